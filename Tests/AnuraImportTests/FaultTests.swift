import SupplyData
import TestDatasets
import Testing

/// What is wrong with a model, by place, cause and cure.
@Suite struct FaultTests {
  private static let base = TestAnuraModel()

  struct Case: Sendable, CustomTestStringConvertible {
    var model: TestAnuraModel
    var fault: String

    init(_ model: TestAnuraModel, _ fault: String) {
      self.model = model
      self.fault = fault
    }

    var testDescription: String { fault.isEmpty ? "none" : fault }
  }

  static let cases: [Case] = [
    Case(
      base.replacing("Facilities", "DEU,51", with: "Germny,51"),
      "Facilities.csv:2:37: error: there is no country 'Germny'. Did you mean 'Germany'?"
    ),
    Case(
      base.replacing("Facilities", "500,,900", with: "500,,nine"),
      ""
    ),
    Case(
      base.replacing("Facilities", ",0,1000,500", with: ",0,1e3€,500"),
      "Facilities.csv:2:49: error: '1e3€' is neither a number nor a step cost. "
        + "Give one of: Ladder."
    ),
    Case(
      base.replacing("Facilities", "20,-100,2000", with: "95,-100,-1"),
      "Facilities.csv:3:45: error: 'Latitude' is '95'; it must be between -90.0 and 90.0. "
        + "Write a number between -90.0 and 90.0."
    ),
    Case(
      base.replacing("Products", "10,KG", with: "10,KGM"),
      "Products.csv:2:17: error: there is no unit 'KGM'. "
        + "Define it in UnitsOfMeasure.csv, or write one such as KG."
    ),
    Case(
      base.replacing("Products", "10,KG", with: "10,TON"),
      "Products.csv:2:17: error: there is no unit 'TON'. "
        + "Write TONNE (1000 kg) or SHORTTON (2000 lb): a ton can be either."
    ),
    Case(
      base.replacing("Products", "10,KG", with: "10,KM"),
      "Products.csv:2:17: error: 'KM' measures distance. Write a unit of weight."
    ),
    Case(
      base.replacing("Customer_Demand", ",Pump,", with: ",Pumps,"),
      "Customer_Demand.csv:2:17: error: there is no product or group 'Pumps'. "
        + "Did you mean 'Pump'?"
    ),
    Case(
      base.replacing("Customer_Demand", "50,", with: ","),
      "Customer_Demand.csv:2:36: error: 'Quantity' is empty. Fill it in, or exclude the row."
    ),
    Case(
      base.replacing("ProductionPolicies", "20,PumpBOM", with: "20,PumpsBOM"),
      "ProductionPolicies.csv:2:19: error: there is no bill of materials 'PumpsBOM'. "
        + "Did you mean 'PumpBOM'?"
    ),
    Case(
      base.replacing("Groups", "Plants,Facilities,New", with: "Plants,Facilities,Newer"),
      "Groups.csv:3:19: error: there is no facility 'Newer Plant'. Did you mean 'New Plant'?"
    ),
    Case(
      base.replacing("CapacityExpansions", "Ladder,160", with: "Ladder,"),
      "CapacityExpansions.csv:2:45: error: the last step has no end above its beginning. "
        + "Give the most capacity that the last step reaches."
    ),
    Case(
      base.replacing("suppliers.csv", "Smelter", with: "Depot"),
      "suppliers.csv:2:1: error: a facility is also called 'Depot'. "
        + "Rename one of them: as origins they could not be told apart."
    ),
    Case(
      base.adding("BillsOfMaterials", "PumpBOM,Pump,Component,1,EA"),
      "BillsOfMaterials.csv:2:9: error: 'Pump' is a component of itself. "
        + "Break the cycle in the bills of materials."
    ),
    Case(
      base.adding("Customer_Demand", "Shop,Pump"),
      "Customer_Demand.csv:3:1: error: the row has 2 cells but the header has 5. "
        + "Write a comma for each empty cell, and quote cells that contain commas."
    ),
    Case(
      base.adding("customers.csv", "CustomerName", "Kiosk"),
      "customers.csv: error: it is the same table as Customers.csv. Keep one of the two files."
    ),
    Case(
      base.removing("Customer_Demand"),
      "CustomerDemand.csv: error: there is no such table. "
        + "Export the table into the folder: without it there is nothing to plan."
    ),
    Case(
      base.replacing("ModelSettings", "2026-12-31", with: "31.12.2026"),
      "ModelSettings.csv:2:12: error: '31.12.2026' is not a date. "
        + "Write it as 2026-12-31 or 12/31/2026."
    ),
    Case(
      base.adding(
        "UnitsOfMeasure", "Type,Symbol,Ratio", "Distance,KM,1.609"),
      "UnitsOfMeasure.csv:2:13: error: 'KM' is 0.621371192237334 of the primary unit of distance, "
        + "MI, and the ratio says 1.609. Give the ratio to the primary unit of ModelSettings, "
        + "or another symbol."
    ),
    Case(
      base.adding("TransportationPolicies", "Plants,Depot,Pump,Ship,3,,,,,,,,"),
      "TransportationPolicies.csv:5:1: error: 'Old Plant' to 'Depot' by 'Ship' is already in "
        + "line 3. Keep one row for each origin, destination, product and mode."
    ),
  ]

  @Test(arguments: cases)
  func `a fault`(_ item: Case) throws {
    let (model, fault) = (item.model, item.fault)
    let faults = try model.faults()
    if fault.isEmpty {
      #expect(faults.isEmpty, "what is not read is not refused: \(faults)")
    } else {
      #expect(faults.contains(fault), "\(faults)")
    }
  }

  @Test func `all faults at once`() throws {
    let faults = try Self.base
      .replacing("Facilities", "DEU,51", with: "Germny,51")
      .replacing("Products", "10,KG", with: "10,stone")
      .replacing("Tariffs", "MX,", with: "Atlantis,")
      .replacing("Customer_Demand", "50,", with: "fifty,").faults()
    #expect(Set(faults.map { $0.prefix { $0 != ":" } }).count == 4, "\(faults)")
  }
}
