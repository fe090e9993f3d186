/// Everything in a dataset that has a name, gathered while its tables are read.
final class Directory {
  let periods = IdIndex("period", file: "plan.yaml")
  let countries = IdIndex("country", file: TableSchema.countries.file)
  let regions = IdIndex("region", file: TableSchema.countries.file)
  let groups = IdIndex("group", file: TableSchema.groups.file)
  let products = IdIndex("product", file: TableSchema.products.file)
  let facilities = IdIndex("facility", file: TableSchema.facilities.file)
  let customers = IdIndex("customer", file: TableSchema.customers.file)
  let modes = IdIndex("mode", file: TableSchema.modes.file)
  let scenarios = IdIndex("scenario", file: TableSchema.scenarios.file)

  /// A directory to be filled while tables are read.
  init() {}

  /// All names of a dataset that has been read.
  init(_ dataset: Dataset) {
    func enter(_ ids: [String], into index: IdIndex) {
      for id in ids { _ = index.add(id, line: 0) }
    }
    enter(dataset.settings.periods.map(\.id), into: periods)
    enter(dataset.countries.map(\.id), into: countries)
    enter(dataset.countries.map(\.region), into: regions)
    enter(dataset.groups.map(\.group), into: groups)
    enter(dataset.products.map(\.id), into: products)
    enter(dataset.facilities.map(\.id), into: facilities)
    enter(dataset.customers.map(\.id), into: customers)
    enter(dataset.modes.map(\.id), into: modes)
    enter(dataset.scenarios.map(\.id), into: scenarios)
  }

  /// The ids a bare name may be in a selector's column.
  func indices(of scope: Selector.Scope) -> [IdIndex] {
    switch scope {
    case .facilities: [facilities]
    case .customers: [customers]
    case .nodes: [facilities, customers]
    case .countries: [countries]
    }
  }
}

/// Where the entities of a scope are, so that a selector that matches none of them is found at
/// once.
struct Population {
  private(set) var countries: Set<String> = []
  private(set) var regions: Set<String> = []
  private(set) var groups: Set<String> = []
  private(set) var kinds: Set<FacilityKind> = []
  /// Whether the tables they come from have been read to their ends.
  var isComplete = true

  /// Adds an entity that is in `country`.
  mutating func add(country: String, region: String?, groups: [String], kind: FacilityKind? = nil) {
    // The same country comes again and again; its memberships do not change.
    if countries.insert(country).inserted {
      if let region { regions.insert(region) }
      self.groups.formUnion(groups)
    }
    if let kind { kinds.insert(kind) }
  }

  /// Whether `part`, whose names are known, matches anything.
  func matches(_ part: Selector.Part) -> Bool {
    switch part {
    case .id: true
    case .kind(let kind): kinds.contains(kind)
    case .country(let country): countries.contains(country)
    case .group(let group): groups.contains(group)
    case .region(let region): regions.contains(region)
    case .all: !countries.isEmpty
    }
  }
}
