import FrontierSearch
import TestDatasets
import Testing

/// Instances of the literature that lie beside the checkout, under `../shared`; skipped where they do not.
@Suite struct PublishedResultsBenchmarkTests {
  @Test(.enabled(if: Benchmarks.exist, Benchmarks.absence))
  func `bi-objective location of vOptLib, didactic1`() throws {
    let numbers = try Benchmarks.text("uflp2/didactic1.txt")
      .split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    let (customers, sites) = (Int(numbers[0]), Int(numbers[1]))
    func matrix(_ start: Int, _ rows: Int) -> [[Double]] {
      (0..<rows).map { row in Array(numbers[start + row * sites..<start + (row + 1) * sites]) }
    }
    let size = customers * sites
    let costs = matrix(2 + 2 * size, 2)
    let oracle = PublishedPrograms.location(
      service: [matrix(2, customers), matrix(2 + size, customers)], opening: costs)
    let frontier = BandRefinement(tolerance: 0, gap: 0, riskResolution: 1, threads: 2)
      .search(oracle)
    let known = try Benchmarks.rows("uflp2/Y_N_didactic1_computed.csv").map { Pair($0[0], $0[1]) }
    #expect(known.count == 14)
    #expect(frontier.pairs == known)
  }

  @Test(.enabled(if: Benchmarks.exist, Benchmarks.absence))
  func `bi-objective knapsack with 50 items and two limits`() throws {
    let weights = try Benchmarks.rows("knapsack2/2kp50/a.csv").map { Array($0.dropFirst()) }
    let profits = try Benchmarks.rows("knapsack2/2kp50/c.csv").map { Array($0.dropFirst()) }
    let limits = try Benchmarks.rows("knapsack2/2kp50/b.csv").map { $0[1] }
    let oracle = PublishedPrograms.knapsack(
      profits: profits, weights: weights, capacities: limits)
    let frontier = BandRefinement(tolerance: 0, gap: 0, riskResolution: 1, threads: 2)
      .search(oracle)
    let known = try Benchmarks.rows("knapsack2/2kp50/pareto_sols.csv")
      .map { Pair(-$0[1], -$0[2]) }.sorted()
    #expect(known.count == 35)
    #expect(frontier.pairs == known)
  }
}
