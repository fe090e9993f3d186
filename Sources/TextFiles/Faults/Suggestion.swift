/// "Did you mean": finds the known name that a wrong one was likely meant to be.
package enum Suggestion {
  /// Above so many candidates none is looked for: the search is a comfort and may not cost minutes.
  private static let mostCandidates = 5000

  /// The candidate nearest to `name`, where one is near enough; the first in alphabetical order
  /// among equally near ones.
  package static func nearest(to name: String, among candidates: some Collection<String>) -> String?
  {
    guard candidates.count <= mostCandidates, name.utf8.count <= 64 else { return nil }
    let wanted = Array(name.lowercased().unicodeScalars)
    var best: (distance: Int, name: String)?
    for candidate in candidates where candidate.utf8.count <= 80 {
      let letters = Array(candidate.lowercased().unicodeScalars)
      // Every code of two letters is "near" many others; of those only the case may differ.
      let tolerated = min(wanted.count, letters.count) / 3
      guard abs(letters.count - wanted.count) <= tolerated else { continue }
      let distance = editDistance(wanted, letters)
      guard distance <= tolerated else { continue }
      if best.map({ (distance, candidate) < ($0.distance, $0.name) }) ?? true {
        best = (distance, candidate)
      }
    }
    return best?.name
  }

  /// `Did you mean 'x'?`, or `otherwise` where nothing is near.
  package static func cure(
    for name: String, among candidates: some Collection<String>, otherwise: String
  ) -> String {
    nearest(to: name, among: candidates).map { "Did you mean \(quoted($0))?" } ?? otherwise
  }

  /// The least number of insertions, deletions, replacements and swaps of neighbours between the
  /// two (optimal string alignment).
  package static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for i in 1...left.count {
      var current = [i]
      current.reserveCapacity(right.count + 1)
      for j in 1...right.count {
        var least = min(
          last[j] + 1, current[j - 1] + 1, last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1))
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          least = min(least, beforeLast[j - 2] + 1)
        }
        current.append(least)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
