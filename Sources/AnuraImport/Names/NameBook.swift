import TextFiles

/// What a name in a table may stand for.
enum EntityKind: String, CaseIterable {
  case product
  case customer
  case facility
  case supplier
  case mode
  case period

  /// What Anura calls all of them, as a type of groups.
  fileprivate var groupKeys: [String] {
    switch self {
    case .product: ["products"]
    case .customer: ["customers", "destinations"]
    case .facility: ["facilities", "sources", "destinations"]
    case .supplier: ["suppliers", "sources"]
    case .mode: ["modes"]
    case .period: ["periods"]
    }
  }
}

/// Something that has a name.
struct Entity: Hashable {
  var kind: EntityKind
  var name: String
}

/// What the name in a cell stands for.
struct NamedSet {
  /// How wide the name is: rows about one thing win over rows about many.
  enum Breadth: Int, Comparable {
    case one, group, all

    static func < (left: Breadth, right: Breadth) -> Bool { left.rawValue < right.rawValue }
  }

  /// The members that are included, in the order of their tables.
  var members: [Entity]
  /// How wide the name is.
  var breadth: Breadth

  /// The members' names.
  var names: [String] { members.map(\.name) }
}

/// The names of the model: of things, of things that are excluded, and of groups.
struct NameBook {
  private var included: [EntityKind: [String]] = [:]
  private var known: Set<Entity> = []
  private var excluded: Set<Entity> = []
  private var groups: [String: [(member: Entity, row: AnuraRow)]] = [:]

  /// Defines the things of a table, and tells the names that are there twice.
  mutating func define(_ kind: EntityKind, _ table: AnuraTable?, column: String) {
    guard let table else { return }
    var lines: [String: Int] = [:]
    for index in table.fates.indices {
      let row = AnuraRow(table, index)
      guard let name = table.fates[index] == .included ? row.required(column) : row.peek(column)
      else { continue }
      if let line = lines[name], table.fates[index] == .included {
        row.refuse(
          column, "\(quoted(name)) is already defined in line \(line)", "Delete one of the rows.")
        row.exclude()
        continue
      }
      let entity = Entity(kind: kind, name: name)
      if table.fates[index] == .included {
        lines[name] = row.line
        add(entity)
        excluded.remove(entity)
      } else if !known.contains(entity) {
        excluded.insert(entity)
      }
    }
  }

  /// Defines one thing.
  mutating func add(_ entity: Entity) {
    if known.insert(entity).inserted { included[entity.kind, default: []].append(entity.name) }
  }

  /// Reads the groups, once everything else has its name.
  mutating func readGroups(_ rows: [AnuraRow]) {
    for row in rows {
      guard let group = row.peek("GroupName"), let member = row.peek("MemberName") else { continue }
      let type = AnuraKey.of(row.peek("GroupType") ?? "")
      let kinds = EntityKind.allCases.filter { $0.groupKeys.contains(type) }
      // Groups of what a dataset does not have stay unused, and are told so.
      guard !kinds.isEmpty else { continue }
      if let entity = kinds.map({ Entity(kind: $0, name: member) }).first(where: known.contains) {
        // A member that is there twice counts once.
        if groups[group]?.contains(where: { $0.member == entity }) == true {
          row.use("GroupName", "GroupType", "MemberName")
        } else {
          groups[group, default: []].append((entity, row))
        }
      } else if kinds.contains(where: { excluded.contains(Entity(kind: $0, name: member)) }) {
        groups[group] = groups[group] ?? []
        row.exclude()
      } else {
        row.refuse(
          "MemberName", "there is no \(enumeration(kinds.map(\.rawValue))) \(quoted(member))",
          UnknownName.cure(for: member, among: kinds.flatMap { included[$0] ?? [] }))
      }
    }
  }

  /// Everything of a kind that is included.
  func all(_ kind: EntityKind) -> [String] { included[kind] ?? [] }

  /// Whether there is such a thing, and it is included.
  func contains(_ kind: EntityKind, _ name: String) -> Bool {
    known.contains(Entity(kind: kind, name: name))
  }

  // MARK: Cells

  /// What the name in a cell stands for; `nil` where it is unknown, which is a fault, or excluded,
  /// so that the row does not count. An empty cell is everything, or a fault where it may not be.
  func set(
    _ row: AnuraRow, _ column: String, _ kinds: EntityKind..., emptyIsAll: Bool = false
  ) -> NamedSet? {
    guard let name = emptyIsAll ? row.text(column) : row.required(column) else {
      return emptyIsAll ? everything(kinds) : nil
    }
    for kind in kinds {
      let entity = Entity(kind: kind, name: name)
      if known.contains(entity) { return NamedSet(members: [entity], breadth: .one) }
    }
    if let group = groups[name] {
      for (_, row) in group { row.use("GroupName", "GroupType", "MemberName") }
      return NamedSet(
        members: group.map(\.member).filter { kinds.contains($0.kind) }, breadth: .group)
    }
    if Self.isAll(name) { return everything(kinds) }
    if kinds.contains(where: { excluded.contains(Entity(kind: $0, name: name)) }) {
      row.exclude()
      return nil
    }
    row.refuse(
      column, "there is no \(enumeration(kinds.map(\.rawValue))) or group \(quoted(name))",
      UnknownName.cure(
        for: name, among: kinds.flatMap { included[$0] ?? [] } + groups.keys.sorted()))
    return nil
  }

  /// The one thing that a cell names; `nil`, as above, where there is none.
  func one(_ row: AnuraRow, _ column: String, _ kind: EntityKind) -> String? {
    guard let name = row.required(column) else { return nil }
    let entity = Entity(kind: kind, name: name)
    if known.contains(entity) { return name }
    if excluded.contains(entity) {
      row.exclude()
      return nil
    }
    row.refuse(
      column, "there is no \(kind.rawValue) \(quoted(name))",
      UnknownName.cure(for: name, among: all(kind)))
    return nil
  }

  private func everything(_ kinds: [EntityKind]) -> NamedSet {
    NamedSet(
      members: kinds.flatMap { kind in all(kind).map { Entity(kind: kind, name: $0) } },
      breadth: .all)
  }

  /// Whether a name stands for all: `ALL`, `(All)`, `(All_Customers)`, `*`.
  static func isAll(_ name: String) -> Bool {
    let key = AnuraKey.of(name)
    return name == "*" || key == "all"
      || EntityKind.allCases.contains { $0.groupKeys.contains { key == "all\($0)" } }
  }
}
