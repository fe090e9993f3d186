import TextFiles

/// The ids that a table defines: which there are, and which line named each first.
final class IdIndex {
  /// What the ids name, in the singular.
  let noun: String
  /// The file that defines them.
  let file: String
  /// Whether all of them are known; where not, no id can be called unknown.
  var isComplete = true
  private var lines: [String: (id: String, line: Int)] = [:]

  init(_ noun: String, file: String) {
    self.noun = noun
    self.file = file
  }

  /// The ids, in no order.
  var ids: some Collection<String> { lines.keys }
  /// Whether there are none.
  var isEmpty: Bool { lines.isEmpty }

  /// Takes up an id; answers the line that has named it before.
  func add(_ id: String, line: Int) -> Int? {
    if let known = lines[id] { return known.line }
    lines[id] = (id, line)
    return nil
  }

  /// The line that defined the id.
  func line(of id: String) -> Int? { lines[id]?.line }

  /// Whether the id is known.
  func contains(_ id: String) -> Bool { lines[id] != nil }

  /// The id as its own table spells it, sharing its storage; `nil` where it is unknown.
  func canonical(_ id: String) -> String? { lines[id]?.id }

  /// How to cure an id that is unknown.
  func cure(for id: String) -> String {
    Suggestion.cure(
      for: id, among: ids, otherwise: "Add it to \(file), or name a \(noun) that is there.")
  }
}
