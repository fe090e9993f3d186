import TextFiles

/// Who belongs where, by the raw rows, to find the rows that a patch's selectors pick.
struct PlaceIndex {
  /// What a bare name in a column is.
  enum Scope { case countries, nodes }

  private var countries: Set<String> = []
  private var countriesOfRegion: [String: Set<String>] = [:]
  private var countriesOfGroup: [String: Set<String>] = [:]
  private var countryOfNode: [String: String] = [:]
  private var kindOfNode: [String: String] = [:]

  /// The scope of a column; `nil` where it takes no selectors.
  static func scope(of column: String, in table: String) -> Scope? {
    switch (table, column) {
    case (_, "country"), ("tariffs", "origin"), ("tariffs", "destination"),
      ("quotas", "origin"), ("quotas", "destination"):
      .countries
    case (_, "facility"), (_, "customer"), (_, "location"), (_, "origin"), (_, "destination"):
      .nodes
    default: nil
    }
  }

  /// Learns the memberships of tables.
  init(table: (TableSchema) -> EditableTable?) {
    func each(_ schema: TableSchema, _ take: (_ cell: (String) -> String) -> Void) {
      guard let table = table(schema) else { return }
      for row in table.rows.indices where !table.rows[row].isDeleted {
        take { table.text($0, ofRow: row) }
      }
    }
    each(.countries) { cell in
      countries.insert(cell("country"))
      countriesOfRegion[cell("region"), default: []].insert(cell("country"))
    }
    each(.groups) { countriesOfGroup[$0("group"), default: []].insert($0("country")) }
    each(.facilities) { cell in
      countryOfNode[cell("facility")] = cell("country")
      kindOfNode[cell("facility")] = cell("kind")
    }
    each(.customers) { countryOfNode[$0("customer")] = $0("country") }
  }

  /// Whether everything that the selector `cell` speaks of is also in `condition`.
  func covers(_ condition: String, _ cell: String, _ scope: Scope) -> Bool {
    let wanted = Self.parts(condition)
    return Self.parts(cell).allSatisfy { part in
      wanted.contains { coversPart($0, part, scope) }
    }
  }

  private func coversPart(_ wanted: String, _ part: String, _ scope: Scope) -> Bool {
    if wanted == part { return true }
    let (word, name) = Self.split(wanted)
    switch word {
    case "kind": return kindOfNode[part] == name
    case "":
      // In a column of countries a bare id and `country:` say the same.
      let isCountry = scope == .countries || (countryOfNode[name] == nil && name != "*")
      return isCountry && countries(of: part, scope) == [name]
    default:
      guard let own = countries(of: part, scope), !own.isEmpty else { return false }
      return own.isSubset(of: members(word, name) ?? [])
    }
  }

  /// The countries that a part of a cell is about; `nil` where it names none.
  private func countries(of part: String, _ scope: Scope) -> Set<String>? {
    let (word, name) = Self.split(part)
    if word.isEmpty {
      if scope == .nodes, let country = countryOfNode[name] { return [country] }
      return countries.contains(name) ? [name] : nil
    }
    return members(word, name)
  }

  private func members(_ word: String, _ name: String) -> Set<String>? {
    switch word {
    case "country": countries.contains(name) ? [name] : nil
    case "region": countriesOfRegion[name]
    case "group": countriesOfGroup[name]
    default: nil
    }
  }

  /// Why `condition` is no selector of known names; `nil` where it is one.
  func refusal(of condition: String) -> Refusal? {
    for part in Self.parts(condition) {
      let (word, name) = Self.split(part)
      let names: [String]
      switch word {
      case "": continue
      case "country": names = Array(countries)
      case "region": names = Array(countriesOfRegion.keys)
      case "group": names = Array(countriesOfGroup.keys)
      case "kind": names = FacilityKind.allCases.map(\.rawValue)
      default:
        let words = ["country", "region", "group", "kind"]
        return Refusal(
          cause: "selectors do not know '\(word):'",
          cure: Suggestion.nearest(to: word, among: words).map { "Did you mean '\($0):'?" }
            ?? "Write \(enumeration(words.map { "'\($0):'" })), or an id.")
      }
      if !names.contains(name) {
        return Refusal(
          cause: "there is no \(word) \(quoted(name))",
          cure: Suggestion.cure(
            for: name, among: names, otherwise: "Name a \(word) of the dataset."))
      }
    }
    return nil
  }

  private static func parts(_ selector: String) -> [String] {
    selector.isEmpty ? ["*"] : selector.split(separator: "|").map { trimmed($0) }
  }

  private static func split(_ part: String) -> (word: String, name: String) {
    guard let colon = part.firstIndex(of: ":") else { return ("", part) }
    return (trimmed(part[..<colon]), trimmed(part[part.index(after: colon)...]))
  }
}
