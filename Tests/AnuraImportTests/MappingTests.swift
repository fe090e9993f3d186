import Findings
import SupplyData
import TestDatasets
import Testing

@testable import AnuraImport

/// What each table becomes: a change to the model, and the rows that are then in the dataset.
@Suite struct MappingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var what: String
    var model: TestAnuraModel
    var table: String
    var rows: [String]

    init(_ what: String, _ model: TestAnuraModel, _ table: String, _ rows: String...) {
      self.what = what
      self.model = model
      self.table = table
      self.rows = rows
    }

    var testDescription: String { what }
  }

  private static let base = TestAnuraModel()

  static let places: [Case] = [
    Case(
      "facilities", base, "facilities",
      "Old Plant,DE,51,10,plant,existing,consider,0,500,1000,",
      "New Plant,MX,20,-100,plant,candidate,consider,2000,0,700,",
      "Depot,US,40,-90,warehouse,existing,open,0,0,300,5000",
      "Smelter,CL,,,supplier,existing,open,0,0,0,"),
    Case(
      "a closed facility",
      base.replacing("Facilities", "Depot,Include,Open", with: "Depot,Include,closed"),
      "facilities", "Depot,US,40,-90,warehouse,existing,closed,0,0,300,5000"),
    Case(
      "a throughput in dozens",
      base.replacing("Facilities", "Longitude,", with: "Longitude,Throughput_Capacity_UOM,")
        .replacing("Facilities", ",51,10,", with: ",51,10,,")
        .replacing("Facilities", ",20,-100,", with: ",20,-100,,")
        .replacing("Facilities", "40,-90,", with: "40,-90,DOZEN,"),
      "facilities", "Depot,US,40,-90,warehouse,existing,open,0,0,300,60000"),
    Case(
      "the most that leaves a facility",
      base.adding(
        "FlowConstraints", "OriginName,ConstraintType,ConstraintValue", "Depot,Max,70"),
      "facilities", "Depot,US,40,-90,warehouse,existing,open,0,0,300,70"),
    Case(
      "countries by code and name, and where none is named", base, "countries",
      "CL,Chile,South America,-33.45,-70.67", "DE,Germany,Western Europe,52.52,13.4",
      "MX,Mexico,Central America,19.44,-99.13", "US,United States,Northern America,38.9,-77.01"),
    Case("customers", base, "customers", "Shop,US,41,-88", "Store,US,34,-118"),
    Case(
      "the factories to count", base, "constraints",
      "facilities-1,open_facilities,Old Plant|New Plant,*,<=,1"),
    Case(
      "each factory to count",
      base.replacing(
        "FacilityCountConstraints",
        "FacilityName,FacilityNameGroupBehavior,ConstraintType,ConstraintValue\n"
          + "Plants,Enumerate,Fixed,1\n"),
      "constraints", "facilities-1,open_facilities,Old Plant,*,>=,1",
      "facilities-2,open_facilities,Old Plant,*,<=,1",
      "facilities-3,open_facilities,New Plant,*,>=,1",
      "facilities-4,open_facilities,New Plant,*,<=,1"),
  ]

  static let goods: [Case] = [
    Case("products", base, "products", "Pump,EA,100,0.01,", "Steel,EA,2,0.001,"),
    Case(
      "a weight in pounds, a value by weight",
      base.replacing("Products", "UnitWeightUOM", with: "UnitWeightUOM,UnitValueUOM")
        .replacing("Products", "10,KG", with: "10,LB,LB").replacing(
          "Products", "1,KG", with: "1,KG,"),
      "products", "Pump,EA,1000,0.0045359237,"),
    Case(
      "a pack of its own",
      base.adding("ProductUnitsOfMeasure", "ProductName,UOMSymbol,Quantity", "Pump,PALLET,20")
        .replacing("Products", "UnitWeightUOM", with: "UnitWeightUOM,UnitValueUOM")
        .replacing("Products", "10,KG", with: "10,KG,PALLET")
        .replacing("Products", "1,KG", with: "1,KG,"),
      "products", "Pump,EA,5,0.01,"),
    Case("a bill of materials", base, "bills_of_materials", "Pump,Steel,8"),
    Case(
      "a bill that gives four at a time, in ounces",
      base.replacing("BillsOfMaterials", "8,KG", with: "160,OZ")
        .adding("BillsOfMaterials", "PumpBOM,Pump,End Product,4,EA"),
      "bills_of_materials", "Pump,Steel,1.133980925"),
    Case("demand", base, "demand", "Shop,Pump,*,50,300", "Store,Pump,*,50,300"),
    Case(
      "a penalty beside the price",
      base.replacing("Customer_Demand", "DemandStatus", with: "DemandStatus,PenaltyCost,Unit_Price")
        .replacing("Customer_Demand", "Consider", with: "Consider,40,250"),
      "demand", "Shop,Pump,*,50,290"),
    Case(
      "no price", base.replacing("Products", "100,300,", with: "100,,"), "demand",
      // 10 · (20 + 10 + 100 + 6900 / 100): the dearest making, lane and value, and all fixed costs.
      "Shop,Pump,*,50,2000"),
    Case(
      "demand by period, in periods of years",
      base.adding("Periods", "PeriodName,StartDate", "first,2026-01-01", "then,2027-01-01")
        .replacing("ModelSettings", "2026-12-31", with: "2028-12-31")
        .replacing("Customer_Demand", "Model Horizon", with: "then"),
      "demand", "Shop,Pump,first,0,300", "Shop,Pump,then,25,300"),
    Case(
      "what is made where", base, "production", "Old Plant,Pump,20,1,0", "New Plant,Pump,12,1,0",
      "Smelter,Steel,1.5,1,0"),
    Case(
      "capacity: steps, of what a site may sell, and ample", base, "capacity",
      "Old Plant,ample,200,1,1,0", "New Plant,base,40,0,1,0", "New Plant,step-1,60,0,1,900",
      "New Plant,step-2,60,0,1,1500", "Smelter,capacity,100000,1,1,0"),
    Case(
      "steps that are equal",
      base.replacing("StepCosts", "1500", with: "900"), "capacity", "New Plant,step-1,60,0,2,900"),
    Case(
      "the most of a supplier by weight",
      base.replacing(
        "suppliers.csv",
        "supplier_name,country,SupplierCapacity,SupplierCapacityUOM\n"
          + "Smelter,Chile,500,TONNE\n"),
      "production", "Smelter,Steel,1.5,0.001,0"),
    Case(
      "a supplier of two things, each with its capacity",
      base.adding("Products", "Brass,5,,2,KG")
        .adding("SupplierCapabilities", "Smelter,Brass,4,,200"),
      "capacity", "Smelter (Steel),capacity,100000,1,1,0", "Smelter (Brass),capacity,200,1,1,0"),
    Case(
      "the most that a plant makes",
      base.adding(
        "ProductionConstraints", "FacilityName,ProductName,ConstraintType,ConstraintValue",
        "Old Plant,Pump,Max,90"),
      "capacity", "Old Plant,capacity,90,1,1,0"),
  ]

  static let transport: [Case] = [
    Case(
      "modes", base, "modes", "Ship,0,480,1.17,0", "Truck,0,1931.2128,1.17,0"),
    Case(
      "a mode's emissions",
      base.replacing(
        "TransportationModes",
        "ModeName,CO2EmissionRate,CO2EmissionRateUOM\nShip,0.00001,KG-KM\n"
          + "Truck,,\n"),
      "modes", "Ship,0,2124.33408,1.17,0.01"),
    Case(
      "lanes by weight, with a shipment's cost, and by the mile", base, "lanes",
      "Smelter,Old Plant,Ship,Steel,,0.1,10,", "Old Plant,Depot,Ship,Pump,8000,10,10,",
      "Depot,Shop,Truck,Pump,160.9344,10,,"),
    Case(
      "a fuel surcharge and a lane's duty",
      base.replacing(
        "TransportationPolicies",
        "OriginName,DestinationName,ProductName,ModeName,UnitCost,FuelSurcharge,DutyRate\n"
          + "Smelter,Plants,Steel,Ship,0.1,,\nPlants,Depot,Pump,Ship,8,25,7\n"
          + "Depot,(ALL),Pump,Truck,10,,\n"),
      "lanes", "Old Plant,Depot,Ship,Pump,,17,,"),
    Case(
      "the cost of the mode where the policy has none",
      base.replacing("TransportationModes", "Truck,,", with: "Truck,3,")
        .replacing("TransportationPolicies", "Truck,2,MI", with: "Truck,,"),
      "lanes", "Depot,Shop,Truck,Pump,160.9344,3,,"),
    Case(
      "all products at once, where nothing depends on them",
      base.replacing("TransportationPolicies", "(ALL),Pump,Truck,2,MI", with: "Shop,,Truck,3,")
        .adding("TransportationPolicies", "Depot,Store,Pump,Truck,9,,,,,,,,"),
      "lanes", "Depot,Shop,Truck,*,160.9344,3,,", "Depot,Store,Truck,Pump,,9,,"),
    Case(
      "one policy beats one of a group",
      base.adding("TransportationPolicies", "Old Plant,Depot,Pump,Ship,3,,,,,,,,"),
      "lanes", "Old Plant,Depot,Ship,Pump,,3,,", "New Plant,Depot,Ship,Pump,8000,10,10,"),
    Case(
      "handling in and out",
      base.adding(
        "WarehousingPolicies", "FacilityName,ProductName,InboundHandlingCost,OutboundHandlingCost",
        "Depot,Pump,0.5,0.25"),
      "lanes", "Old Plant,Depot,Ship,Pump,8000,10.5,10,", "Depot,Shop,Truck,Pump,160.9344,10.25,,"),
    Case(
      "what a sourcing policy costs, and a flow that no policy carries",
      base.adding(
        "ReplenishmentPolicies", "FacilityName,ProductName,SourceName,UnitCost",
        "Depot,Pump,New Plant,0.75"
      )
      .adding(
        "CustomerFulfillmentPolicies", "CustomerName,ProductName,SourceName,UnitCost",
        "Shop,Pump,New Plant,4"),
      "lanes", "New Plant,Depot,Ship,Pump,8000,10.75,10,", "Depot,Store,Truck,Pump,160.9344,10,,",
      "New Plant,Shop,unspecified,Pump,,4,,"),
    Case(
      "the most of a pair",
      base.adding(
        "FlowConstraints",
        "OriginName,DestinationName,ConstraintType,ConstraintValue,ConstraintValueUOM",
        "Depot,Shop,Max,60,EA"),
      "lanes", "Depot,Shop,Truck,Pump,160.9344,10,,60"),
    Case(
      "distances and times of pairs",
      base.replacing("TransportationPolicies", ",,20,100,MI,,,", with: ",,20,,,,,")
        .adding(
          "TransitMatrix",
          "OriginName,DestinationName,TransportDistance,TransportTime,TransportTimeUOM",
          "Shop,Depot,50,2,DAY"),
      "lanes", "Depot,Shop,Truck,Pump,80.4672,5,2,"),
    Case(
      "tariffs", base, "tariffs", "tariff,DE,US,Pump,0.6", "tariff,MX,US,Pump,0.05"),
    Case(
      "a tariff by the piece, and one on another value",
      base.replacing(
        "Tariffs",
        "PathOriginValue,PathDestinationValue,ProductName,DutyRate,UnitCost,ProductUnitValueOverride\n"
          + "Germany,US,Pump,10,3,50\nMX,US,,5,,\n"),
      "tariffs", "tariff,DE,US,Pump,0.08", "tariff,MX,US,*,0.05"),
  ]

  @Test(arguments: places + goods + transport)
  func `rows of the dataset`(_ item: Case) throws {
    let imported = try item.model.imported()
    let rows = imported.rows(item.table)
    for row in item.rows {
      #expect(rows.contains(row), "\(row) is not in \(item.table): \(rows)")
    }
    _ = try imported.dataset()
  }

  @Test func `settings`() throws {
    let settings = try TestAnuraModel()
      .replacing("ModelSettings", "PrimaryWeightUOM", with: "PrimaryWeightUOM,CO2Cost")
      .replacing("ModelSettings", "12,KG", with: "12,KG,40")
      .adding("ModelInfo", "ModelName", "\"Pumps: \"\"two\"\" plants\"")
      .imported().dataset().settings
    #expect(settings.name == "Pumps: \"two\" plants")
    #expect(settings.holdingRate == 0.12)
    #expect(settings.discountRate == 0)
    #expect(settings.carbonPrice == 40)
    #expect(settings.periods.map { "\($0.id) \($0.years)" } == ["year-1 1"])
  }

  @Test func `periods of years stay, months are added up`() throws {
    let years = TestAnuraModel()
      .adding("Periods", "PeriodName,StartDate", "first,2026-01-01", "then,1/1/2027 12:00:00 AM")
      .replacing("ModelSettings", "2026-12-31", with: "2028-12-31")
    #expect(
      try years.imported().dataset().settings.periods.map { "\($0.id) \($0.years)" }
        == ["first 1", "then 2"])
    let halves = TestAnuraModel()
      .adding("Periods", "PeriodName,StartDate", "first,2026-01-01", "then,2026-07-01")
      .adding("Customer_Demand", "Shop,Pump,first,10,Consider", "Shop,Pump,then,20,Consider")
    let imported = try halves.imported()
    #expect(try imported.dataset().settings.periods.map(\.years) == [1])
    #expect(imported.rows("demand").contains("Shop,Pump,*,80,300"))
    // Fixed costs and capacities are of each half year.
    #expect(
      imported.rows("facilities").contains("Depot,US,40,-90,warehouse,existing,open,0,0,600,10000"))
    #expect(imported.entries(.approximated).contains("Periods.StartDate 2"))
  }

  @Test func `a country and a shortage cost of one's own`() throws {
    let model = TestAnuraModel().replacing("Products", "100,300,", with: "100,,")
    let imported = try model.imported(country: "canada", shortageCost: 77)
    #expect(imported.rows("customers").contains("Store,CA,34,-118"))
    #expect(imported.rows("demand").contains("Shop,Pump,*,50,77"))
  }
}
