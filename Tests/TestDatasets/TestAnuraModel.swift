import Foundation

/// The tables of a small model of Anura as text, to be changed by a test.
///
/// Pumps are made of Chilean steel in Germany today, and may be made in Mexico; they go by a depot in
/// the United States to two customers.
public struct TestAnuraModel: Sendable {
  /// The files by name.
  public var files: [String: String]

  /// The model.
  public init() {
    files = [
      "Facilities.csv": """
      FacilityName,Status,FacilityStatus,InitialState,Country,Latitude,Longitude,FixedStartupCost,FixedOperatingCost,FixedClosingCost,ThroughputCapacity,StorageCapacity,Notes
      Old Plant,Include,Consider,Existing,DEU,51,10,0,1000,500,,900,the first
      New Plant,Include,Consider,Potential,Mexico,20,-100,2000,700,,,,
      Depot,Include,Open,Existing,US,40,-90,,300,,5000,,
      Gone,Exclude,Open,Existing,US,40,-90,,300,,5000,,

      """,
      "suppliers.csv": """
      supplier_name,country,SupplierCapacity
      Smelter,Chile,

      """,
      "Customers.csv": """
      Customer Name,Country,Latitude,Longitude
      Shop,United States,41,-88
      Store,,34,-118

      """,
      "Products.csv": """
      ProductName,UnitValue,UnitPrice,UnitWeight,UnitWeightUOM
      Pump,100,300,10,KG
      Steel,2,,1,KG

      """,
      "Customer_Demand.csv": """
      CustomerName,ProductName,PeriodName,Quantity,DemandStatus
      (All_Customers),Pump,Model Horizon,50,Consider

      """,
      "BillsOfMaterials.csv": """
      BOMName,ProductName,ProductType,Quantity,QuantityUOM
      PumpBOM,Steel,Component,8,KG

      """,
      "ProductionPolicies.csv": """
      FacilityName,ProductName,UnitCost,BOMName,ProductionRate
      Old Plant,Pump,20,PumpBOM,5
      New Plant,Pump,12,PumpBOM,5

      """,
      "SupplierCapabilities.csv": """
      SupplierName,ProductName,UnitCost,UnitCostUOM,SupplyCapacity
      Smelter,Steel,1.5,KG,100000

      """,
      "TransportationPolicies.csv": """
      OriginName,DestinationName,ProductName,ModeName,UnitCost,UnitCostUOM,FixedCost,AverageShipmentSize,TransportDistance,TransportDistanceUOM,TransportTime,TransportTimeUOM,LaneCapacity
      Smelter,Plants,Steel,Ship,0.1,KG,,,,,240,HR,
      Plants,Depot,Pump,Ship,0.0001,KG-KM,100,50,8000,KM,10,DAY,700
      Depot,(ALL),Pump,Truck,2,MI,,20,100,MI,,,

      """,
      "TransportationModes.csv": """
      ModeName,UnitCost,ModeSpeed,ModeSpeedUOM
      Ship,,20,KPH
      Truck,,50,MPH

      """,
      "Groups.csv": """
      GroupName,GroupType,MemberName
      Plants,Facilities,Old Plant
      Plants,Facilities,New Plant

      """,
      "Tariffs.csv": """
      PathOriginProperty,PathOriginValue,PathDestinationProperty,PathDestinationValue,ProductName,DutyRate
      Country,Germany,Country,USA,Pump,60
      Country,MX,Country,US,Pump,5

      """,
      "CapacityExpansions.csv": """
      EntityName,ExpansionType,ExpansionCost,MaxExpansionUnits
      New Plant,FacilityThroughputCapacity,Ladder,160

      """,
      "StepCosts.csv": """
      StepCostName,StepCostBehavior,ThroughputLevel,ThroughputLevelUOM,Cost
      Ladder,Stepwise,0,EA,0
      Ladder,Stepwise,40,EA,900
      Ladder,Stepwise,100,EA,1500

      """,
      "FacilityCountConstraints.csv": """
      FacilityName,ConstraintType,ConstraintValue,CountingRule
      Plants,Max,1,Facilities

      """,
      "ModelSettings.csv": """
      ModelStartDate,ModelEndDate,InventoryCarryingCostPercentage,PrimaryWeightUOM
      2026-01-01,2026-12-31,12,KG

      """,
      "InventoryPolicies.csv": """
      FacilityName,ProductName,InitialInventory,InitialInventoryUOM
      Depot,Pump,40,EA
      Depot,Steel,,EA

      """,
    ]
  }

  /// With the file replaced by `text`. The ending `.csv` may be left out.
  public func replacing(_ file: String, _ text: String) -> TestAnuraModel {
    var copy = self
    copy.files[Self.fileName(file)] = text
    return copy
  }

  /// With every occurrence of `old` in the file replaced by `new`.
  public func replacing(_ file: String, _ old: String, with new: String) -> TestAnuraModel {
    let file = Self.fileName(file)
    precondition(files[file]?.contains(old) == true, "\(file) does not hold \(old)")
    return replacing(file, files[file, default: ""].replacingOccurrences(of: old, with: new))
  }

  /// With lines appended to the file, which is made where it is absent: the first line is then its
  /// header.
  public func adding(_ file: String, _ lines: String...) -> TestAnuraModel {
    let file = Self.fileName(file)
    return replacing(file, (files[file] ?? "") + lines.map { $0 + "\n" }.joined())
  }

  /// Without the file.
  public func removing(_ file: String) -> TestAnuraModel {
    var copy = self
    copy.files[Self.fileName(file)] = nil
    return copy
  }

  /// Writes the files into a folder, which is made where it is absent.
  public func write(to folder: String) throws {
    let folder = URL(fileURLWithPath: folder, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
  }

  private static func fileName(_ name: String) -> String {
    name.contains(".") ? name : "\(name).csv"
  }
}
