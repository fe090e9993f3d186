import RunStore
import SupplyData
import Testing
import TextFiles

@testable import Comparison

/// Which runs are compared, and what is said where that is not clear.
@Suite struct SelectionTests {
  @Test(arguments: [
    (
      ComparisonChoice(pair: .variants("-", "dera")), "no run of a variant 'dera'",
      "- is the dataset"
    ),
    (ComparisonChoice(pair: .runs(1, 99)), "no run 99", "lists the runs"),
    (ComparisonChoice(dataset: "other"), "--dataset 'other'", "'data'"),
    (ComparisonChoice(command: "frontier"), "--command 'frontier'", "'plan'"),
    (ComparisonChoice(options: "--gap 0"), "--options '--gap 0'", "''"),
    (ComparisonChoice(sweep: "tariffs"), "no run of a sweep 'tariffs'", "Leave --sweep out"),
  ])
  func `a choice of nothing`(_ choice: ComparisonChoice, _ cause: String, _ cure: String) throws {
    let builder = try Stores.variants()
    let faults = try #require(throws: Faults.self) {
      _ = try StoreComparison(of: builder.store, choice)
    }
    let fault = try #require(faults.all.first)
    #expect(fault.cause.contains(cause), "\(fault)")
    #expect(fault.cure.contains(cure), "\(fault)")
    #expect(fault.file == builder.path)
  }

  @Test func `an empty store`() throws {
    let builder = try StoreBuilder()
    let faults = try #require(throws: Faults.self) {
      _ = try StoreComparison(of: builder.store, ComparisonChoice())
    }
    #expect(faults.all.first?.cause == "the store has no runs")
  }

  @Test func `a pair that was run in several ways`() throws {
    let builder = try StoreBuilder()
    for variant in ["", "dear"] {
      for (command, options) in [("plan", []), ("plan", ["--max-risk", "0.1"]), ("frontier", [])] {
        try builder.add(
          variant, .init(command: command, options: options), plans: [SyntheticPlan(100)])
      }
      try builder.add(variant, .init(dataset: "far/other"), plans: [SyntheticPlan(100)])
    }
    let pair = ComparisonChoice.Pair.variants("-", "dear")
    let faults = try #require(throws: Faults.self) {
      _ = try StoreComparison(of: builder.store, ComparisonChoice(pair: pair))
    }
    let fault = try #require(faults.all.first)
    #expect(fault.cause == "'-' and 'dear' were run in 4 ways")
    #expect(fault.cure.contains("--dataset data --command plan --options '--max-risk 0.1'"))
    #expect(fault.cure.contains("(or --run 2 --run 6)"))
    let choices = [
      ComparisonChoice(pair: pair, dataset: "data", options: "--max-risk 0.1"),
      ComparisonChoice(pair: pair, dataset: "../data/", command: "plan", options: ""),
      ComparisonChoice(pair: pair, command: "frontier"),
      ComparisonChoice(pair: pair, dataset: "/home/me/far/other"),
      ComparisonChoice(pair: pair, dataset: "other"), ComparisonChoice(pair: .runs(1, 2)),
    ]
    for choice in choices {
      #expect(throws: Never.self) { _ = try StoreComparison(of: builder.store, choice) }
    }
  }
}
