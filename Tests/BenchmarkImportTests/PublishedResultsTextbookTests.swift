import BenchmarkImport
import DatasetWriting
import SupplyData
import SupplyPlan
import Testing

/// Tiny location problems typed in from textbooks and manuals, in the OR-Library's form.
@Suite struct PublishedResultsTextbookTests {
  /// A problem with unit costs by customer and site.
  struct Problem: CustomTestStringConvertible {
    var testDescription: String
    var capacities: [Double]
    var fixedCosts: [Double]
    var demands: [Double]
    /// For each customer, the cost of a unit from each site.
    var unitCosts: [[Double]]
    var optimum: Double
    /// The sites open in the published solution, from 1.
    var open: [Int]

    var text: String {
      var text = "\(capacities.count) \(demands.count)\n"
      for (capacity, cost) in zip(capacities, fixedCosts) { text += "\(capacity) \(cost)\n" }
      for (demand, costs) in zip(demands, unitCosts) {
        text += "\(demand) " + costs.map { "\($0 * demand)" }.joined(separator: " ") + "\n"
      }
      return text
    }
  }

  static let problems = [
    // G. B. Dantzig, Linear Programming and Extensions (1963), chapter 3.3; GAMS model library, TRNSPORT.
    Problem(
      testDescription: "transport of Dantzig", capacities: [350, 600], fixedCosts: [0, 0],
      demands: [325, 300, 275],
      unitCosts: [[2.5, 2.5], [1.7, 1.8], [1.8, 1.4]].map { $0.map { 0.09 * $0 } },
      optimum: 153.675, open: [1, 2]),
    // The example `facility` of the manual of Gurobi: five plants, four warehouses.
    Problem(
      testDescription: "facility of Gurobi", capacities: [20, 22, 17, 19, 18],
      fixedCosts: [12000, 15000, 17000, 13000, 16000], demands: [15, 18, 14, 20],
      unitCosts: [
        [4000, 2000, 3000, 2500, 4500], [2500, 2600, 3400, 3000, 4000],
        [1200, 1800, 2600, 4100, 3000], [2200, 2600, 3100, 3700, 3200],
      ], optimum: 210_500, open: [1, 2, 4, 5]),
    // J. P. Pedroso, A. Rais, M. Kubo and M. Muramatsu, "Mathematical optimization: solving problems using SCIP and
    // Python" (2012), capacitated facility location; `flp.py` of PySCIPOpt.
    Problem(
      testDescription: "facility location of Kubo and Pedroso", capacities: [500, 500, 500],
      fixedCosts: [1000, 1000, 1000], demands: [80, 270, 250, 160, 180],
      unitCosts: [[4, 6, 9], [5, 4, 7], [6, 3, 4], [8, 5, 3], [10, 8, 4]], optimum: 5610,
      open: [2, 3]),
    // B. Hnich, problem 34 of CSPLib (www.csplib.org), after P. Van Hentenryck, "The OPL optimization programming
    // language" (1999): Bonn, Bordeaux, London, Paris, Rome supply ten stores.
    Problem(
      testDescription: "warehouses of CSPLib", capacities: [1, 4, 2, 1, 3],
      fixedCosts: [30, 30, 30, 30, 30], demands: Array(repeating: 1, count: 10),
      unitCosts: [
        [20, 24, 11, 25, 30], [28, 27, 82, 83, 74], [74, 97, 71, 96, 70], [2, 55, 73, 69, 61],
        [46, 96, 59, 83, 4], [42, 22, 29, 67, 59], [1, 5, 73, 59, 56], [10, 73, 13, 43, 96],
        [93, 35, 63, 85, 46], [47, 65, 55, 71, 95],
      ], optimum: 383, open: [1, 2, 3, 5]),
    // S. Chopra and P. Meindl, "Supply Chain Management", network design: TelecomOne merges with HighOptic.
    Problem(
      testDescription: "TelecomOne and HighOptic of Chopra and Meindl",
      capacities: [18, 24, 27, 22, 31], fixedCosts: [7650, 3500, 5000, 4100, 2200],
      demands: [10, 8, 14, 6, 7, 11],
      unitCosts: [
        [1675, 1460, 1925, 380, 922], [400, 1940, 2400, 1355, 1646], [685, 970, 1425, 543, 700],
        [1630, 100, 500, 1045, 508], [1160, 495, 950, 665, 311], [2800, 1200, 800, 2321, 1797],
      ], optimum: 47_401, open: [1, 2, 4]),
  ]

  @Test(arguments: problems, Method.allCases)
  func `costs what is published`(_ problem: Problem, _ method: Method) throws {
    let instance = try WarehouseLocation(
      Array(problem.text.utf8), file: problem.testDescription)
    let planned = try instance.draft(title: problem.testDescription)
      .expectLeastCost(problem.optimum, method)
    #expect(planned.open(.plant) == problem.open)
  }
}
