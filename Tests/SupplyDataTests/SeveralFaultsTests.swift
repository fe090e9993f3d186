import SupplyData
import TestDatasets
import Testing
import TextFiles

/// Faults of many files in one run, in a fixed order, and none that merely follows from another.
@Suite struct SeveralFaultsTests {
  @Test func allAtOnceInOrder() {
    let source = TestDataset()
      .replacing("plan.yaml", "currency: EUR\ndiscount_rate: x\n")
      .replacing("countries", "BB,South,40,20", with: "BB,South,400,20")
      .adding("demand", "shop,wodget,*,-1,0", "shp,widget,*,1,1")
      .adding("disruptions", "scenario,effect,value", "s,capacity,1")
      .removing("modes")
      .adding("other.csv", "a").source
    let places = faults(of: source).map(\.place)
    #expect(
      places == [
        "countries.csv:3:10", "demand.csv:3:6", "demand.csv:3:15", "demand.csv:3:18",
        "demand.csv:4:1", "disruptions.csv:2:1", "modes.csv:0:0", "other.csv:0:0",
        "plan.yaml:1:1", "plan.yaml:2:16",
      ])
    #expect(faults(of: source) == faults(of: source))
  }

  /// What refers to a table that could not be read is not called unknown.
  @Test(arguments: [
    "countries", "products", "facilities", "customers", "modes", "capacity", "production", "demand",
  ])
  func brokenTableIsTheOnlyFault(_ table: String) {
    let rich = TestDataset()
      .adding("groups", "group,kind,country", "g,alliance,AA")
      .adding("tariffs", "layer,origin,destination,rate", "a,AA,region:South,0.1")
      .adding("buffers", "location,product,maximum", "shop,widget,1")
      .adding("scenarios", "scenario,probability,duration_weeks", "s,0.1,4")
      .adding("disruptions", "scenario,effect,origin,value", "s,capacity,group:g,1")
      .adding("constraints", "constraint,kind,origin,sense,value", "c,share,AA,<=,1")
    #expect(faults(of: rich.source) == [])
    let missing = rich.removing(table)
    #expect(faults(of: missing.source).map(\.place) == ["\(table).csv:0:0"])
    let empty = rich.replacing(table, "")
    #expect(faults(of: empty.source).map(\.place) == ["\(table).csv:0:0"])
    let open = rich.adding(table, "\"open")
    #expect(faults(of: open.source).map(\.line) == [3 + (table == "countries" ? 1 : 0)])
  }

  @Test func faultyRowStillDefinesItsId() {
    let source = TestDataset()
      .replacing("facilities", "plant,AA,plant,existing", with: "plant,ZZ,plnt,existing").source
    #expect(faults(of: source).map(\.place) == ["facilities.csv:2:7", "facilities.csv:2:10"])
    let ragged = TestDataset().replacing(
      "facilities", "plant,AA,plant,existing,0,1000", with: "plant,AA")
    #expect(faults(of: ragged.source).map(\.place) == ["facilities.csv:2:7"])
  }
}
