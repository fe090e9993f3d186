/// What a site may be called on the map, the longest name first: in full, without its country, by its place alone.
enum SiteNames {
  /// The names of a site called `name` in `country`: of “Lyon, France: cells” also “Lyon: cells” and “Lyon”.
  static func candidates(_ name: String, country: String) -> [String] {
    let plain = name.replacing(", \(country)", with: "")
    let place = plain.prefix { $0 != ":" }.trimmingSuffix(while: \.isWhitespace)
    var names: [String] = []
    for candidate in [name, plain, String(place)]
    where !candidate.isEmpty && !names.contains(candidate) {
      names.append(candidate)
    }
    return names.isEmpty ? [name] : names
  }
}

extension StringProtocol {
  /// The text without the characters at its end that fulfil a condition.
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> SubSequence {
    guard let last = lastIndex(where: { !isTrimmed($0) }) else { return self[endIndex...] }
    return self[...last]
  }
}
