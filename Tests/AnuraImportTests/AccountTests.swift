import Findings
import SupplyData
import TestDatasets
import Testing

@testable import AnuraImport

/// Nothing is dropped silently.
@Suite struct AccountTests {
  @Test func `what is not in the dataset is told by table, column and rows`() throws {
    let imported = try TestAnuraModel().imported()
    #expect(
      imported.entries(.leftOut) == [
        "Facilities.Notes 1", "Facilities.StorageCapacity 1", "InventoryPolicies.FacilityName 2",
        "InventoryPolicies.InitialInventory 1", "InventoryPolicies.InitialInventoryUOM 2",
        "InventoryPolicies.ProductName 2", "ProductionPolicies.ProductionRate 2",
        "TransportationPolicies.LaneCapacity 1",
      ])
    let facilities = imported.record.tablesRead.first { $0.table == "Facilities" }
    #expect(facilities == .init(table: "Facilities", rows: 4, excluded: 1))
  }

  /// A column that nobody thought of, in every table, is told with all its rows.
  @Test func `a column of any name is told`() throws {
    var model = TestAnuraModel()
      .adding("UnitsOfMeasure", "UnitOfMeasureName,Type,Symbol,Ratio", "Crate,Quantity,CRATE,4")
      .adding("ProductUnitsOfMeasure", "ProductName,UOMSymbol,Quantity", "Pump,PALLET,20")
      .adding("Periods", "PeriodName,StartDate", "all of it,2026-01-01")
      .adding("TransitMatrix", "OriginName,DestinationName,TransportDistance", "Depot,Shop,50")
      .adding("WarehousingPolicies", "FacilityName,ProductName,InboundHandlingCost", "Depot,Pump,1")
      .adding("ReplenishmentPolicies", "FacilityName,ProductName,SourceName", "Depot,Pump,Plants")
      .adding("FlowConstraints", "OriginName,ConstraintType,ConstraintValue", "Depot,Max,900")
      .adding(
        "ProductionConstraints", "FacilityName,ConstraintType,ConstraintValue", "Old Plant,Max,900")
    for (file, text) in model.files {
      let lines = text.split(separator: "\n").map(String.init)
      model.files[file] = lines.enumerated().map { number, line in
        "\(line),\(number == 0 ? "Novelty" : "new")\n"
      }.joined()
    }
    let imported = try model.imported()
    let entries = imported.entries(.leftOut)
    for table in imported.record.tablesRead {
      #expect(
        entries.contains("\(table.table).Novelty \(table.rows - table.excluded)"), "\(table.table)")
    }
  }

  @Test func `a table of any name is told`() throws {
    let imported = try TestAnuraModel()
      .adding("TransportationAssets", "AssetName,Quantity", "Van,3", "Lorry,", "Bus,")
      .imported()
    #expect(imported.entries(.leftOut).contains("TransportationAssets.AssetName 3"))
    #expect(imported.entries(.leftOut).contains("TransportationAssets.Quantity 1"))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var what: String
    var model: TestAnuraModel
    var kind: ImportRecord.Entry.Kind
    var entry: String

    init(
      _ what: String, _ model: TestAnuraModel, _ kind: ImportRecord.Entry.Kind, _ entry: String
    ) {
      self.what = what
      self.model = model
      self.kind = kind
      self.entry = entry
    }

    var testDescription: String { what }
  }

  static let cases: [Case] = [
    Case(
      "a shelf life",
      TestAnuraModel().replacing("Products", "UnitWeightUOM", with: "UnitWeightUOM,ShelfLife")
        .replacing("Products", "10,KG", with: "10,KG,2000").replacing(
          "Products", "1,KG", with: "1,KG,"),
      .approximated, "Products.ShelfLife 1"
    ),
    Case(
      "demand that must be met",
      TestAnuraModel().replacing("Customer_Demand", "Consider", with: "Include"), .approximated,
      "Customer_Demand.DemandStatus 1"
    ),
    Case(
      "a second bill of materials",
      TestAnuraModel().replacing("ProductionPolicies", "12,PumpBOM", with: "12,"), .leftOut,
      "ProductionPolicies 1"
    ),
    Case(
      "a byproduct", TestAnuraModel().adding("BillsOfMaterials", "PumpBOM,Pump,Byproduct,1,EA"),
      .leftOut, "BillsOfMaterials 1"
    ),
    Case(
      "a bill that nobody uses",
      TestAnuraModel().adding("BillsOfMaterials", "Other,Steel,Component,1,EA"), .leftOut,
      "BillsOfMaterials.BOMName 1"
    ),
    Case(
      "a stepped cost",
      TestAnuraModel().replacing("Facilities", "-100,2000,", with: "-100,Ladder,"), .approximated,
      "Facilities.FixedStartupCost 1"
    ),
    Case(
      "a tariff between sites",
      TestAnuraModel().replacing("Tariffs", "Country,MX", with: "Name,New Plant"), .leftOut,
      "Tariffs 1"
    ),
    Case(
      "the least of a flow",
      TestAnuraModel().adding(
        "FlowConstraints", "OriginName,ConstraintType,ConstraintValue", "Depot,Min,70"), .leftOut,
      "FlowConstraints 1"
    ),
    Case(
      "no coordinates", TestAnuraModel(), .assumed, "suppliers.Latitude 1"
    ),
    Case("no country", TestAnuraModel(), .assumed, "Customers.Country 1"),
    Case(
      "no value", TestAnuraModel().replacing("Products", "Steel,2,", with: "Steel,,"), .assumed,
      "Products.UnitValue 1"
    ),
    Case(
      "throughput of which products have different amounts",
      TestAnuraModel().replacing("Facilities", "Notes", with: "ThroughputCapacityUOM")
        .replacing("Facilities", "5000,,", with: "5000,,KG")
        .replacing("Facilities", "the first", with: ""),
      .leftOut, "Facilities.ThroughputCapacity 1"
    ),
    Case(
      "shares of sources",
      TestAnuraModel().adding(
        "ReplenishmentPolicies",
        "FacilityName,ProductName,SourceName,OptimizationPolicy,OptimizationPolicyValue",
        "Depot,Pump,Plants,By Ratio (Auto Scale),50"),
      .leftOut, "ReplenishmentPolicies.OptimizationPolicyValue 1"
    ),
  ]

  @Test(arguments: cases)
  func `entries`(_ item: Case) throws {
    let imported = try item.model.imported()
    #expect(imported.entries(item.kind).contains(item.entry), "\(imported.record.entries)")
    _ = try imported.dataset()
  }

  @Test func `rows that name something excluded are excluded with it`() throws {
    let imported = try TestAnuraModel()
      .adding("TransportationPolicies", "Gone,Shop,Pump,Truck,1,,,,,,,,").imported()
    let table = imported.record.tablesRead.first { $0.table == "TransportationPolicies" }
    #expect(table?.excluded == 1)
    #expect(!imported.rows("lanes").contains { $0.hasPrefix("Gone") })
  }
}
