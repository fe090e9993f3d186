import BenchmarkImport
import DatasetWriting
import Foundation
import SupplyData
import SupplyPlan
import TestDatasets
import Testing

/// The OR-Library's capacitated warehouse location, to the published optimum; skipped where the files do not lie beside the checkout.
@Suite struct PublishedResultsLibraryTests {
  /// J. E. Beasley, "OR-Library: distributing test problems by electronic mail", Journal of the Operational Research Society 41
  /// (1990) 1069–1072: the optimal values in its file `capopt`.
  static let optima = [
    ("cap41", 1_040_444.375), ("cap42", 1_098_000.450), ("cap43", 1_153_000.450),
    ("cap44", 1_235_500.450), ("cap51", 1_025_208.225), ("cap61", 932_615.750),
    ("cap62", 977_799.400), ("cap63", 1_014_062.050), ("cap64", 1_045_650.250),
    ("cap71", 932_615.750), ("cap72", 977_799.400), ("cap73", 1_010_641.450),
    ("cap74", 1_034_976.975),
  ]

  @Test(.enabled(if: Benchmarks.exist, Benchmarks.absence), arguments: optima, Method.allCases)
  func `warehouse location of the OR-Library`(_ known: (String, Double), _ method: Method) throws {
    let (name, optimum) = known
    let text = try Benchmarks.text("orlib/\(name).txt")
    let instance = try WarehouseLocation(Array(text.utf8), file: name)
    let planned = try instance.draft(title: name).expectLeastCost(optimum, method)
    #expect(planned.warnings.isEmpty)
  }

  /// The 49 capitals of Daskin 1995, any of which may serve all; great circles in miles times demand, and fixed costs.
  ///
  /// T. Cui, Y. Ouyang and Z.-J. M. Shen, "Reliable facility location design under the risk of disruptions", Operations
  /// Research 58 (2010) 998–1011, print an operating cost of 857,128; the Earth's radius of 3958.68 miles gives it to the
  /// digit. L. V. Snyder and M. S. Daskin (Transportation Science 39 (2005) 400–416) have the same sites.
  @Test(.enabled(if: Benchmarks.exist, Benchmarks.absence), arguments: Method.allCases)
  func `location among 49 capitals`(_ method: Method) throws {
    let rows = try Benchmarks.rows("daskin49/daskin49.csv")
    let (demands, fixedCosts) = (rows.map { $0[2] }, rows.map { $0[5] })
    let total = demands.reduce(0, +)
    var text = "\(rows.count) \(rows.count)\n"
    for cost in fixedCosts { text += "\((total + 1).rounded()) \(cost)\n" }
    for (customer, row) in rows.enumerated() {
      text += "\(rounded(demands[customer]))\n"
      for site in rows { text += "\(rounded(demands[customer]) * miles(row, site)) " }
      text += "\n"
    }
    let draft = try WarehouseLocation(Array(text.utf8), file: "daskin49").draft(title: "daskin49")
    let planned = try draft.planned(method)
    #expect((try #require(planned.plan.cost)).rounded() == 857_128)
    #expect((try #require(planned.plan.bound)).rounded() == 857_128)
    #expect(planned.plan.costs.opening == 386_900)
    // Sacramento, Austin, Harrisburg, Lansing, Montgomery, Des Moines.
    #expect(planned.open(.plant) == [1, 3, 5, 8, 22, 30])
  }

  /// To the digits that the table has, without the tails that adding binary fractions has left.
  private func rounded(_ demand: Double) -> Double { (demand * 1e5).rounded() / 1e5 }

  /// The great circle by the haversine, in miles.
  private func miles(_ one: [Double], _ other: [Double]) -> Double {
    let (first, second) = (one[6] * .pi / 180, other[6] * .pi / 180)
    let (height, width) = (sin((first - second) / 2), sin((one[8] - other[8]) * .pi / 360))
    let chord = height * height + cos(first) * cos(second) * width * width
    return 2 * 3958.68 * asin(min(1, chord.squareRoot()))
  }
}
