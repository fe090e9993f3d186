import SupplyData
import TestDatasets
import Testing
import TextFiles

/// What is wrong with variants and `--set`, each with its place and cure.
@Suite struct VariantFaultTests {
  @Test(arguments: [
    ("patches: []", "1:1", "'description' is missing", "Add it"),
    ("description: x\npatch: []", "2:1", "no key 'patch'", "The keys are description"),
    ("description: x\nbased-on: y", "2:11", "no variant 'y'", "Name a file"),
    ("description: x\nbased-on: v", "2:11", "in a cycle: v on v", "Remove one"),
    (patch("table: demnd, set: {quantity: 1}"), "3:5", "no table 'demnd'", "'demand'?"),
    (patch("table: demand, set: {quantty: 1}"), "3:36", "no column 'quantty'", "'quantity'?"),
    (patch("table: demand"), "3:5", "this one has 0", "separate patch for each"),
    (patch("table: demand, delete: true, set: {quantity: 1}"), "3:5", "has 2", ""),
    (patch("table: demand, delete: false"), "3:29", "'delete' must be 'true'", "leave it out"),
    (patch("table: demand, set: 3"), "3:26", "keys and values", "{column: value"),
    (patch("table: demand, where: {customer: shp}, delete: true"), "3:39", "'shp'", "'shop'?"),
    (
      patch("table: demand, where: {customer: country:AA}, delete: true"), "3:39",
      "no row of demand.csv has 'country:AA' as 'customer'", "Widen"
    ),
    (
      patch("table: demand, where: {customer: 'contry:AA'}, delete: true"), "3:39",
      "'contry:'", "'country:'?"
    ),
    (patch("table: demand, scale: {quantity: many}"), "3:39", "'many' is not a number", ""),
    (patch("table: demand, scale: {product: 2}"), "3:38", "'widget' is not a number", "numbers"),
    (patch("table: lanes, scale: {capacity: 2}"), "3:38", "is empty", "'set' it"),
    (patch("table: settings, delete: true"), "3:5", "has no rows", "'set'"),
    (patch("table: tariffs, delete: true"), "3:5", "no row of tariffs.csv", "insert"),
    (patch("table: demand, set: {quantity: $x}"), "3:37", "no axis 'x'", "sweep"),
    // What `check` refuses is told in the patch that brought it.
    (
      patch("table: demand, set: {quantity: -1}"), "3:37",
      "demand.csv becomes invalid: 'quantity' is '-1'", "at least 0"
    ),
    (
      patch("table: settings, set: {discount_rate: -3}"), "3:44", "plan.yaml becomes invalid:", ""
    ),
    (
      patch("table: tariffs, insert: [{layer: x, origin: AA, destination: ZZ, rate: 1}]"), "3:39",
      "tariffs.csv becomes invalid: there is no country 'ZZ'", ""
    ),
    (
      "description: x\nsweep: {axes: {a: [1]}}", "2:8", "no patch uses the axis 'a'", "Write $a"
    ),
    (sweep("axes: {a: [1, 1]}"), "4:23", "appears twice", "Delete"),
    (sweep("axes: {a: [1=2]}"), "4:20", "without ','", ""),
    (sweep("axes: {a: {start: 1, stop: 1, step: 1}}"), "4:36", "not above 'start'", ""),
    (sweep("axes: {a: {start: 1, stop: 2}}"), "4:19", "either a 'step' or a 'count'", ""),
    (sweep("axes: {a: {start: 0, stop: 1, step: 1e-9}}"), "4:45", "more than 100000", ""),
    (sweep("axes: {a: [1]}, seed: 3"), "4:31", "a grid has no seed", "samples"),
  ])
  func `a variant's fault`(_ text: String, _ place: String, _ cause: String, _ cure: String)
    throws
  {
    let folder = try TemporaryDataset(TestDataset(), variants: ["v.yaml": text])
    let faults = faults { () throws(Faults) in
      let library = VariantLibrary(folder: folder.path)
      for member in try library.members() {
        _ = try DatasetChanges(variant: member.name).patched(folder: folder.path).reading()
      }
    }
    #expect(faults.map { "\($0.line):\($0.column)" } == [place], "\(faults)")
    #expect(faults.first?.file == "variants/v.yaml")
    #expect(faults.first?.cause.contains(cause) == true, "\(faults)")
    #expect(faults.first?.cure.contains(cure) == true, "\(faults)")
  }

  @Test(arguments: [
    ("x", "'.' and a column", "Write it like"), ("demand.quantity", "is expected", ""),
    ("demand[customer].quantity=1", "'=' is expected before '].quantity=1'", ""),
    ("demand[customer=shop.quantity=1", "']' is expected", ""),
    ("demand.quantity-=x", "'x' is not a number", "decimal"),
    ("demand[customer=\"shop].quantity=1", "a quote is not closed", ""),
    ("demand.quantity=\"1\" 2", "nothing more is expected before '2'", ""),
  ])
  func `a slip in a change`(_ set: String, _ cause: String, _ cure: String) throws {
    let faults = faults { () throws(Faults) in
      do { _ = try patched(TestDataset(), set) } catch let error as Faults { throw error } catch {}
    }
    #expect(faults.map(\.file) == ["--set '\(set)'"], "\(faults)")
    #expect(faults.first?.cause.contains(cause) == true, "\(faults)")
    #expect(faults.first?.cure.contains(cure) == true, "\(faults)")
  }

  @Test func `all at once`() throws {
    let variant = Self.patch("table: demnd, delete: true") + "  - {table: tarifs, delete: true}\n"
    let folder = try TemporaryDataset(TestDataset(), variants: ["v.yaml": variant])
    let faults = faults { () throws(Faults) in
      _ = try DatasetChanges(variant: "v", sets: ["x", "demand.quantty=1"])
        .patched(folder: folder.path)
    }
    #expect(faults.count == 4, "\(faults)")
  }

  @Test func `a row that no patch changed keeps its place`() throws {
    let dataset = TestDataset().replacing("demand", "80,300", with: "80,-300")
      .adding("demand", "shop,widget,year-1,80,300")
    let patched = try patched(dataset, "demand[period=year-1].quantity=9")
    let faults = faults { () throws(Faults) in _ = try patched.reading() }
    #expect(faults.map(\.place) == ["demand.csv:2:18"])
  }

  private static func patch(_ text: String) -> String {
    "description: x\npatches:\n  - {\(text)}\n"
  }

  private static func sweep(_ text: String) -> String {
    "description: x\npatches:\n  - {table: demand, scale: {quantity: $a}}\nsweep: {\(text)}\n"
  }

  private func faults(_ work: () throws(Faults) -> Void) -> [Fault] {
    do throws(Faults) {
      try work()
      return []
    } catch {
      return error.all
    }
  }
}
