import TextFiles

/// Reads selectors: every name in one must be known, and the whole must match something.
final class SelectorReader {
  /// What became of a selector's text.
  enum Reading {
    case selector(Selector)
    /// It is wrong, for each of these reasons.
    case refused([Refusal])
    /// It cannot be judged, since a table it refers to could not be read.
    case unknown
  }

  private struct Key: Hashable {
    var scope: Selector.Scope
    var text: String
  }

  private let directory: Directory
  private let populations: [Selector.Scope: Population]
  private var known: [Key: Reading] = [:]

  init(directory: Directory, populations: [Selector.Scope: Population]) {
    self.directory = directory
    self.populations = populations
  }

  /// Reads `text` as a selector of `scope`. Tables repeat their selectors, so each is judged once.
  func read(_ text: String, scope: Selector.Scope) -> Reading {
    let key = Key(scope: scope, text: text)
    if let reading = known[key] { return reading }
    let reading = judge(text, scope: scope)
    known[key] = reading
    return reading
  }

  private func judge(_ text: String, scope: Selector.Scope) -> Reading {
    var parts: [Selector.Part] = []
    var refusals: [Refusal] = []
    var isJudged = true
    for piece in text.split(separator: "|", omittingEmptySubsequences: false) {
      do {
        if let part = try part(trimmed(piece), scope: scope) {
          parts.append(part)
        } else {
          isJudged = false
        }
      } catch {
        refusals.append(error)
      }
    }
    guard refusals.isEmpty else { return .refused(refusals) }
    guard isJudged, let population = populations[scope], population.isComplete else {
      return .unknown
    }
    guard parts.contains(where: population.matches) else {
      return .refused([
        Refusal(
          cause: "the selector \(quoted(text)) matches no \(noun(of: scope))",
          cure: "Widen the selector, or delete the row.")
      ])
    }
    return .selector(Selector(scope: scope, parts: parts, text: text))
  }

  /// One part; `nil` where the table that would define its name could not be read.
  private func part(_ piece: String, scope: Selector.Scope) throws(Refusal) -> Selector.Part? {
    guard !piece.isEmpty else {
      throw Refusal(
        cause: "part of the selector is empty", cure: "Write a single '|' between two parts.")
    }
    if piece == "*" { return .all }
    guard let colon = piece.firstIndex(of: ":") else { return try bare(piece, scope: scope) }
    let word = trimmed(piece[..<colon])
    let name = trimmed(piece[piece.index(after: colon)...])
    switch word {
    case "country":
      return try reference(name, to: directory.countries).map(Selector.Part.country)
    case "region": return try reference(name, to: directory.regions).map(Selector.Part.region)
    case "group": return try reference(name, to: directory.groups).map(Selector.Part.group)
    case "kind": return try kind(name, scope: scope)
    default:
      let words = ["country", "region", "group"] + (allowsKind(scope) ? ["kind"] : [])
      throw Refusal(
        cause: "selectors do not know '\(word):'",
        cure: Suggestion.nearest(to: word, among: words).map { "Did you mean '\($0):'?" }
          ?? "Write \(enumeration(words.map { "'\($0):'" })), an id, or '*'.")
    }
  }

  private func bare(_ name: String, scope: Selector.Scope) throws(Refusal) -> Selector.Part? {
    let indices = directory.indices(of: scope)
    for index in indices {
      if let id = index.canonical(name) { return .id(id) }
    }
    guard indices.allSatisfy(\.isComplete) else { return nil }
    throw Refusal(cause: "there is no \(noun(of: scope)) \(quoted(name))", cure: cure(name, scope))
  }

  /// A bare name that means something elsewhere lacks its word; else it is misspelt.
  private func cure(_ name: String, _ scope: Selector.Scope) -> String {
    let words = [
      ("country", directory.countries), ("region", directory.regions), ("group", directory.groups),
    ]
    for (word, index) in words where index.contains(name) {
      return "For the \(word), write '\(word):\(name)'."
    }
    if allowsKind(scope), FacilityKind(rawValue: name) != nil {
      return "For the kind, write 'kind:\(name)'."
    }
    for other in [directory.facilities, directory.customers] where other.contains(name) {
      return "It is a \(other.noun); this column selects \(scope.rawValue)."
    }
    let indices = directory.indices(of: scope)
    return Suggestion.cure(
      for: name, among: indices.flatMap { Array($0.ids) },
      otherwise:
        "Add it to \(enumeration(indices.map(\.file))), or name a \(noun(of: scope)) that is there."
    )
  }

  private func reference(_ name: String, to index: IdIndex) throws(Refusal) -> String? {
    if let id = index.canonical(name) { return id }
    guard index.isComplete else { return nil }
    throw Refusal(
      cause: "there is no \(index.noun) \(quoted(name))", cure: index.cure(for: name))
  }

  private func kind(_ name: String, scope: Selector.Scope) throws(Refusal) -> Selector.Part {
    guard allowsKind(scope) else {
      throw Refusal(
        cause: "'kind:' selects facilities, and this column selects \(scope.rawValue)",
        cure: "Select by id, 'country:', 'region:' or 'group:'.")
    }
    if let kind = FacilityKind(rawValue: name) { return .kind(kind) }
    let names = FacilityKind.allCases.map(\.rawValue)
    throw Refusal(
      cause: "there is no kind \(quoted(name))",
      cure: Suggestion.cure(for: name, among: names, otherwise: "Write \(enumeration(names))."))
  }

  private func allowsKind(_ scope: Selector.Scope) -> Bool {
    scope == .facilities || scope == .nodes
  }

  private func noun(of scope: Selector.Scope) -> String {
    directory.indices(of: scope).map(\.noun).joined(separator: " or ")
  }
}

extension RowReader {
  /// A selector; `*` where the cell is empty and `emptyIsAll`.
  func selector(
    _ column: String, _ scope: Selector.Scope, _ selectors: SelectorReader, emptyIsAll: Bool = false
  ) -> Selector {
    if emptyIsAll, text(column) == nil { return .everything(in: scope) }
    guard let written = required(column) else { return .everything(in: scope) }
    switch selectors.read(written, scope: scope) {
    case .selector(let selector): return selector
    case .refused(let refusals):
      for refusal in refusals { refuse(column, refusal.cause, refusal.cure) }
    case .unknown: setAside()
    }
    return .everything(in: scope)
  }
}
