import TextFiles

/// Reads selectors of outages: forms that there are, names that are known.
struct OutageSelectorReader {
  /// What became of a selector's text.
  enum Reading {
    case selector(OutageSelector)
    /// It is wrong, for each of these reasons.
    case refused([Refusal])
    /// It cannot be judged, since a table it refers to could not be read.
    case unknown
  }

  private let directory: Directory

  init(_ directory: Directory) { self.directory = directory }

  func read(_ text: String) -> Reading {
    var patterns: [OutageSelector.Pattern] = []
    var refusals: [Refusal] = []
    var isJudged = true
    for piece in text.split(separator: "|", omittingEmptySubsequences: false) {
      do {
        if let pattern = try pattern(trimmed(piece)) {
          patterns.append(pattern)
        } else {
          isJudged = false
        }
      } catch {
        refusals.append(error)
      }
    }
    if !refusals.isEmpty { return .refused(refusals) }
    return isJudged ? .selector(OutageSelector(patterns: patterns, text: text)) : .unknown
  }

  /// One pattern; `nil` where the table that would define a name could not be read.
  private func pattern(_ piece: String) throws(Refusal) -> OutageSelector.Pattern? {
    guard !piece.isEmpty else {
      throw Refusal(
        cause: "part of the selector is empty", cure: "Write a single '|' between two parts.")
    }
    let pieces = Self.split(piece, at: "+")
    if pieces.count > 1 {
      var parts: [OutageSelector.Pattern] = []
      for piece in pieces {
        guard let part = try single(piece) else { return nil }
        parts.append(part)
      }
      return .joint(parts)
    }
    return try single(piece)
  }

  private func single(_ piece: String) throws(Refusal) -> OutageSelector.Pattern? {
    if piece == "*" { return .facility(nil) }
    let ends = Self.split(piece, at: ">")
    if ends.count > 1 { return try corridor(ends, of: piece) }
    guard let colon = piece.firstIndex(of: ":") else {
      return try known(piece, in: directory.facilities).map { .facility($0) }
    }
    let word = trimmed(piece[..<colon])
    let name = trimmed(piece[piece.index(after: colon)...])
    switch word {
    case "facility":
      if name == "*" { return .facility(nil) }
      return try known(name, in: directory.facilities).map { .facility($0) }
    case "kind": return .kind(try kind(name))
    case "product": return try product(name)
    default: return try area(piece).map(OutageSelector.Pattern.area)
    }
  }

  private func corridor(_ ends: [String], of piece: String) throws(Refusal)
    -> OutageSelector.Pattern?
  {
    guard ends.count == 2 else {
      throw Refusal(
        cause: "\(quoted(piece)) has more than two ends",
        cure: "Write one '>' between the area the lanes leave and the one they reach.")
    }
    var mode: String?
    var end = ends[1]
    if let mark = end.firstRange(of: "@mode:") {
      guard let known = try known(trimmed(end[mark.upperBound...]), in: directory.modes) else {
        return nil
      }
      mode = known
      end = trimmed(end[..<mark.lowerBound])
    }
    guard let from = try area(ends[0]), let to = try area(end) else { return nil }
    return .corridor(from: from, to: to, mode: mode)
  }

  private func area(_ piece: String) throws(Refusal) -> OutageSelector.AreaPattern? {
    let words = OutageSelector.AreaKind.allCases.map(\.rawValue)
    let colon = piece.firstIndex(of: ":") ?? piece.endIndex
    let word = trimmed(piece[..<colon])
    guard colon != piece.endIndex, let kind = OutageSelector.AreaKind(rawValue: word) else {
      throw Refusal(
        cause: "\(quoted(piece)) names no area",
        cure: Suggestion.nearest(to: word, among: words + ["facility", "kind", "product"])
          .map { "Did you mean '\($0):'?" }
          ?? "Write 'country:', 'region:' or 'group:' and a name, or '*' for each.")
    }
    let name = trimmed(piece[piece.index(after: colon)...])
    if name == "*" { return OutageSelector.AreaPattern(kind: kind, name: nil) }
    let index =
      switch kind {
      case .country: directory.countries
      case .region: directory.regions
      case .group: directory.groups
      }
    return try known(name, in: index).map { OutageSelector.AreaPattern(kind: kind, name: $0) }
  }

  private func product(_ rest: String) throws(Refusal) -> OutageSelector.Pattern? {
    guard let mark = rest.firstRange(of: "@country:") else {
      throw Refusal(
        cause: "\(quoted("product:" + rest)) does not say where the product is made",
        cure: "Write 'product:\(rest)@country:' and a country, or '*' for each.")
    }
    let product = trimmed(rest[..<mark.lowerBound])
    let country = trimmed(rest[mark.upperBound...])
    let isEveryProduct = product == "*"
    let isEveryCountry = country == "*"
    let knownProduct = isEveryProduct ? nil : try known(product, in: directory.products)
    let knownCountry = isEveryCountry ? nil : try known(country, in: directory.countries)
    guard isEveryProduct || knownProduct != nil, isEveryCountry || knownCountry != nil else {
      return nil
    }
    return .product(knownProduct, country: knownCountry)
  }

  private func kind(_ name: String) throws(Refusal) -> FacilityKind {
    if let kind = FacilityKind(rawValue: name) { return kind }
    let names = FacilityKind.allCases.map(\.rawValue)
    throw Refusal(
      cause: "there is no kind \(quoted(name))",
      cure: Suggestion.cure(for: name, among: names, otherwise: "Write \(enumeration(names))."))
  }

  private func known(_ name: String, in index: IdIndex) throws(Refusal) -> String? {
    if let id = index.canonical(name) { return id }
    guard index.isComplete else { return nil }
    throw Refusal(
      cause: "there is no \(index.noun) \(quoted(name))", cure: index.cure(for: name))
  }

  /// Splits before an area's word alone, since an id may hold the sign.
  private static func split(_ text: String, at sign: String) -> [String] {
    var pieces: [String] = []
    var rest = text[...]
    while true {
      let marks =
        (OutageSelector.AreaKind.allCases.map(\.rawValue) + ["facility", "kind", "product"])
        .compactMap { rest.firstRange(of: "\(sign)\($0):") }
      guard let mark = marks.min(by: { $0.lowerBound < $1.lowerBound }) else { break }
      pieces.append(trimmed(rest[..<mark.lowerBound]))
      rest = rest[rest.index(after: mark.lowerBound)...]
    }
    return pieces + [trimmed(rest)]
  }
}
