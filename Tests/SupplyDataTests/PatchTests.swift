import SupplyData
import TestDatasets
import Testing
import TextFiles

/// Patches on the rows of a dataset, by what they leave.
@Suite struct PatchTests {
  static let base = TestDataset()
    .adding("countries", "CC,South,30,30", "DD,\"East, far\",35,100")
    .adding("groups", "group,kind,country", "union,alliance,BB", "union,alliance,CC")
    .adding(
      "tariffs", "layer,origin,destination,product,rate", "base,AA,BB,*,0.10",
      "extra,country:AA,BB,widget,0.2", "extra,group:union|AA,BB,*,0.4", "extra,*,CC,*,0.05")

  /// The rows of `tariffs.csv` after a change, by layer, origin and rate.
  @Test(arguments: [
    ("tariffs.rate*=2", [0.2, 0.4, 0.8, 0.1]),
    ("tariffs[layer=extra].rate+=0.1", [0.1, 0.3, 0.5, 0.15]),
    ("tariffs[layer=extra].rate-=0.05", [0.1, 0.15, 0.35, 0]),
    ("tariffs[layer=extra].rate -= -0.05", [0.1, 0.25, 0.45, 0.1]),
    ("tariffs[origin=AA].rate=0", [0, 0, 0.4, 0.05]),
    ("tariffs[origin=country:AA].rate=0", [0, 0, 0.4, 0.05]),
    ("tariffs[origin=region:North].rate=0", [0, 0, 0.4, 0.05]),
    ("tariffs[origin=region:North|region:South].rate=0", [0, 0, 0, 0.05]),
    ("tariffs[origin=*].rate=0", [0.1, 0.2, 0.4, 0]),
    ("tariffs[origin=\"group:union|AA\"].rate=0", [0, 0, 0, 0.05]),
    ("tariffs[destination=group:union,layer=extra].rate=0", [0.1, 0, 0, 0]),
    ("tariffs[layer=base|other].rate=0", [0, 0.2, 0.4, 0.05]),
    ("tariffs[rate=0.1].rate=0", [0, 0.2, 0.4, 0.05]),
    ("tariffs[product=widget].rate = 1e-2", [0.1, 0.01, 0.4, 0.05]),
    ("tariffs[layer=base].rate=25%", [0.25, 0.2, 0.4, 0.05]),
    ("tariffs[layer=base].rate = 2.5 %", [0.025, 0.2, 0.4, 0.05]),
    ("tariffs.rate*=50%", [0.05, 0.1, 0.2, 0.025]),
    ("tariffs.rate+=5%", [0.15, 0.25, 0.45, 0.1]),
    ("tariffs.rate-=5%", [0.05, 0.15, 0.35, 0]),
    ("tariffs[rate=10%].rate=0", [0, 0.2, 0.4, 0.05]),
  ])
  func `changes the rows that match`(_ set: String, _ rates: [Double]) throws {
    let dataset = try patched(Self.base, set).reading().dataset
    #expect(dataset.tariffs.map(\.rate) == rates)
  }

  /// The tables of terms, trade rules and returns change as the others do.
  @Test func `other tables`() throws {
    let base = Self.base.adding("products", "used,t,1,")
      .adding("groups", "Pact,trade_agreement,AA", "Pact,trade_agreement,BB")
      .replacing(
        "tariffs",
        "layer,origin,destination,rate,period,claim\nmfn,*,*,10%,,\nmfn,*,*,0,,Pact\nmfn,*,*,20%,year-1,\n"
      )
      .adding("rules_of_origin", "agreement,product,content", "Pact,widget,60%")
      .adding(
        "quotas", "quota,layer,origin,destination,quantity,rate", "q,mfn,country:AA,BB,100,5%",
        "r,mfn,BB,region:North,50,0"
      )
      .adding("contracts", "contract,facility,product,unit_cost,maximum", "k,plant,widget,15,50")
      .adding("returns", "customer,product,returned,share", "*,widget,used,0.5")
      .adding(
        "constraints", "constraint,kind,sense,value,limit", "near,within_days,>=,50%,9",
        "least,flow,>=,5,")
    let sets = [
      "rules_of_origin[agreement=Pact].content+=5%", "quotas[origin=region:North].quantity*=2",
      "quotas[destination=region:North].rate=5%", "contracts.unit_cost-=1", "returns.share*=50%",
      "constraints[kind=within_days].value+=10%", "constraints[constraint=near].limit=14",
      "tariffs[claim=Pact].rate=1%", "tariffs[period=year-1].rate*=2",
      "settings.service_level=95%", "demand.deviation=20%",
      "facilities[facility=plant].closing_cost=7",
    ]
    let dataset = try Dataset.reading(
      base.source.patched(by: sets.map { try SetExpression.patch($0) }).source
    ).dataset
    #expect(dataset.rulesOfOrigin.map(\.content) == [0.65])
    #expect(dataset.quotas.map(\.quantity) == [200, 50])
    #expect(dataset.quotas.map(\.rate) == [0.05, 0.05])
    #expect(dataset.contracts.map(\.unitCost) == [14])
    #expect(dataset.returns.map(\.share) == [0.25])
    #expect(dataset.constraints.map(\.value) == [0.6, 5])
    guard case .within(.days(14), _, _) = dataset.constraints[0].kind else {
      Issue.record("\(dataset.constraints[0])")
      return
    }
    #expect(dataset.tariffs.map(\.rate) == [0.1, 0.01, 0.4])
    #expect(dataset.settings.serviceLevel == 0.95 && dataset.demand.map(\.deviation) == [0.2])
    #expect(throws: Faults.self) {
      try base.source.patched(by: [try SetExpression.patch("constraints[kind=flow].value+=10%")])
    }
  }

  @Test func `percentages that tables hold are calculated with`() throws {
    let base = Self.base.replacing("tariffs", "0.10", with: "10%")
    #expect(try patched(base, "tariffs.rate*=2").reading().dataset.tariffs[0].rate == 0.2)
    #expect(
      try patched(base, "tariffs[rate=0.1].rate+=1%").reading().dataset.tariffs[0].rate == 0.11)
  }

  @Test(arguments: [
    "facilities.fixed_cost+=5%", "facilities.fixed_cost-=5%", "facilities.fixed_cost=5%",
    "constraints.value+=5%",
  ])
  func `a percentage of what is no share`(_ set: String) throws {
    let base = Self.base.adding(
      "constraints", "constraint,kind,sense,value", "some,open_facilities,<=,3")
    let faults = #expect(throws: Faults.self) { try patched(base, set).reading() }
    #expect(faults?.all.first?.cause.contains("a percent sign") == true, "\(faults?.all ?? [])")
  }

  @Test(arguments: [
    ("facilities[country=region:North].fixed_cost=7", 7.0),
    ("facilities[facility=kind:plant].fixed_cost=7", 7),
    ("facilities[facility=country:AA].fixed_cost=7", 7),
    ("facilities.fixed_cost*=1.1", 1100),
    ("facilities[status=existing,kind=plant].fixed_cost+=-1", 999),
  ])
  func `selects facilities`(_ set: String, _ cost: Double) throws {
    #expect(try patched(Self.base, set).reading().dataset.facilities.first?.fixedCost == cost)
  }

  @Test func `a column that the table lacks is added`() throws {
    let result = try patched(Self.base, "facilities.closing_cost=5", "lanes.unit_cost=2")
    let dataset = try result.reading().dataset
    #expect(dataset.facilities.map(\.closingCost) == [5])
    #expect(dataset.lanes.map(\.unitCost) == [2])
  }

  @Test func `settings are a table`() throws {
    let result = try patched(
      Self.base.adding("plan.yaml", "# words", "carbon_price: 10", "home: AA"),
      "settings.carbon_price*=2.5", "settings.risk.measure=worst", "settings.home=")
    let settings = try result.reading().dataset.settings
    #expect(settings.carbonPrice == 25)
    #expect(settings.risk == .worst)
    #expect(settings.home == nil)
    #expect(settings.name == "base")
    #expect(result.changes.map(\.file) == ["plan.yaml"])
  }

  @Test func `what no patch touches stays byte for byte`() throws {
    let messy = Self.base.replacing(
      "customers", "customer,name,country\r\n shop , \"a \"\"shop\"\"\" ,BB\r\n\r\n \"other\",x,CC")
    let source = messy.source
    let result = try patched(messy, "customers[customer=other].name=\"y, z\"")
    #expect(
      result.source.files["customers.csv"].map { String(decoding: $0, as: UTF8.self) }
        == "customer,name,country\n shop , \"a \"\"shop\"\"\" ,BB\nother,\"y, z\",CC\n")
    for (file, bytes) in source.files where file != "customers.csv" {
      #expect(result.source.files[file] == bytes)
    }
    #expect(result.changes.map(\.file) == ["customers.csv"])
    #expect(result.changes.map(\.line) == [4])
    #expect(result.changes.first?.old == ["other", "x", "CC"])
    #expect(result.changes.first?.new == ["other", "y, z", "CC"])
  }

  // MARK: Metamorphic

  @Test func `no patch, no difference`() throws {
    let result = try Self.base.source.patched(by: [])
    #expect(result.source.files == Self.base.source.files)
    #expect(result.changes.isEmpty)
    #expect(try result.reading().dataset.sha256 == Self.base.read().sha256)
  }

  @Test(arguments: [
    ["tariffs.rate*=2", "tariffs.rate*=0.5"], ["demand.quantity+=3", "demand.quantity-=3"],
    ["tariffs.rate*=1"], ["settings.name=other", "settings.name=base"],
    ["facilities.fixed_cost=1", "facilities.fixed_cost=1000"],
  ])
  func `there and back is the same`(_ sets: [String]) throws {
    let there = try Self.base.source.patched(by: [])
    let back = try patched(Self.base, sets)
    #expect(try back.reading().dataset.tariffs == there.reading().dataset.tariffs)
    #expect(try back.reading().dataset.demand == there.reading().dataset.demand)
    #expect(try back.reading().dataset.settings == there.reading().dataset.settings)
  }

  @Test func `patches on different tables commute`() throws {
    let sets = ["tariffs.rate*=3", "demand.quantity=9", "settings.holding_rate=0.2"]
    let hashes = try [sets, sets.reversed()].map { try patched(Self.base, $0).source.sha256 }
    #expect(hashes[0] == hashes[1])
    #expect(hashes[0] != Self.base.source.sha256)
  }
}

/// The dataset with changes as `--set` takes them.
func patched(_ dataset: TestDataset, _ sets: String...) throws -> PatchedDataset {
  try patched(dataset, sets)
}

/// The dataset with changes as `--set` takes them.
func patched(_ dataset: TestDataset, _ sets: [String]) throws -> PatchedDataset {
  let folder = try TemporaryDataset(dataset)
  return try DatasetChanges(sets: sets).patched(folder: folder.path)
}
