import Foundation
public import SupplyData

/// The files of a small dataset as text, to be changed by a test.
///
/// ```swift
/// let dataset = try TestDataset()
///   .adding("buffers", "location,product,maximum", "shop,widget,10")
///   .replacing("plan.yaml", "name: base", with: "name: other")
///   .read()
/// ```
public struct TestDataset: Sendable {
  /// The files by name, `plan.yaml` and `….csv`.
  public var files: [String: String]

  /// The files given, and nothing else.
  public init(files: [String: String]) {
    self.files = files
  }

  /// The base case: a plant in the country `AA` makes `widget` for the customer `shop` in `BB`,
  /// with one mode and one lane. Everything has its default where there is one.
  public init() {
    files = [
      "plan.yaml": "name: base\n",
      "countries.csv": """
      country,region,latitude,longitude
      AA,North,50,10
      BB,South,40,20

      """,
      "products.csv": """
      product,unit,value,weight_t
      widget,piece,100,0.01

      """,
      "facilities.csv": """
      facility,country,kind,status,opening_cost,fixed_cost
      plant,AA,plant,existing,0,1000

      """,
      "capacity.csv": """
      facility,module,size,existing,maximum,build_cost,fixed_cost
      plant,line,100,1,2,5000,500

      """,
      "production.csv": """
      facility,product,unit_cost
      plant,widget,20

      """,
      "customers.csv": """
      customer,country
      shop,BB

      """,
      "demand.csv": """
      customer,product,period,quantity,shortage_cost
      shop,widget,*,80,300

      """,
      "modes.csv": """
      mode,cost_per_t_km,speed_km_per_day
      truck,0.1,500

      """,
      "lanes.csv": """
      origin,destination,mode
      plant,shop,truck

      """,
    ]
  }

  /// With the file replaced by `text`. A table may be named without `.csv`.
  public func replacing(_ file: String, _ text: String) -> TestDataset {
    var copy = self
    copy.files[Self.fileName(file)] = text
    return copy
  }

  /// With every occurrence of `old` in the file replaced by `new`.
  public func replacing(_ file: String, _ old: String, with new: String) -> TestDataset {
    let file = Self.fileName(file)
    precondition(files[file]?.contains(old) == true, "\(file) does not hold \(old)")
    return replacing(file, files[file, default: ""].replacingOccurrences(of: old, with: new))
  }

  /// Without the file.
  public func removing(_ file: String) -> TestDataset {
    var copy = self
    copy.files[Self.fileName(file)] = nil
    return copy
  }

  /// With lines appended to the file, which is made where it is absent: the first line is then its
  /// header.
  public func adding(_ file: String, _ lines: String...) -> TestDataset {
    let file = Self.fileName(file)
    var text = files[file] ?? ""
    if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
    return replacing(file, text + lines.map { $0 + "\n" }.joined())
  }

  /// The files as bytes.
  public var source: DatasetSource {
    DatasetSource(files: files.mapValues { Array($0.utf8) })
  }

  /// The dataset that the files are; faults are errors of the test.
  public func read() throws -> Dataset { try Dataset.reading(source).dataset }

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
