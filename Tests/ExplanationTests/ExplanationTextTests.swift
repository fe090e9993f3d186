import Foundation
import SupplyPlan
import TestDatasets
import Testing

@testable import Explanation

/// What a reader is told of the other way with each site.
@Suite struct ExplanationTextTests {
  private func site(
    _ name: String, isOpen: Bool = false, _ atLeast: Double?, _ atMost: Double?,
    opens: [String] = [], stopReason: String? = nil
  ) -> ExplanationRecord.Facility {
    ExplanationRecord.Facility(
      facility: name, name: name, periodsOpen: isOpen ? 1 : 0, atLeast: atLeast, atMost: atMost,
      opens: opens, stopReason: stopReason)
  }

  private func text(_ sites: [ExplanationRecord.Facility]) throws -> String {
    let record = ExplanationRecord(
      dataset: Plan.DatasetReference(name: "test", sha256: ""),
      plan: ExplanationRecord.Subject(cost: 10_000, bound: 9900, salesAtRisk: 0, objective: "cost"),
      facilities: sites)
    return ExplanationText(record, dataset: try TestDataset().read()).text
  }

  /// In one line, however it is broken.
  private func unbroken(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `sites within the gap are told together`() throws {
    let text = try text([
      site("near-1", -100, 20), site("far", isOpen: true, 500, 600), site("near-2", -100, 30),
    ])
    #expect(unbroken(text).contains("far open +500 +600"))
    #expect(text.contains("2 more sites make no proven difference"))
    #expect(unbroken(text).contains("saves at most 100 USD"))
    #expect(text.contains("\n  closed: near-2 +30, near-1 +20\n"))
    #expect(!text.contains("-100"))
  }

  @Test func `a cheaper plan is told once`() throws {
    let text = try text([
      site("one", -100, -40, opens: ["two"]), site("two", -100, -40, opens: ["one"]),
      site("three", -100, -10),
    ])
    #expect(text.components(separatedBy: "A cheaper plan turned up").count == 2)
    #expect(unbroken(text).contains("it costs 40 USD (0.40 %) less and opens one, two."))
  }

  @Test func `what has no answer is named with its reason`() throws {
    let text = try text([
      site("one", nil, nil, stopReason: "time limit reached"), site("two", 5, nil),
      site("three", nil, nil, stopReason: "time limit reached"),
    ])
    #expect(text.contains("\nnot answered (time limit reached): one, three\n"))
    #expect(unbroken(text).contains("two closed +5 not known"))
  }

  @Test func `no line is wider than a terminal`() throws {
    let sites = (1...60).map { site("site-of-a-long-name-\($0)", -100, Double($0)) }
    #expect(try text(sites).split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func `of two answers each bound counts`() {
    let first = site("one", 5, 40, opens: ["two"], stopReason: "time limit reached")
    let second = site("one", 3, 20, opens: ["three"])
    let both = first.joined(with: second)
    #expect((both.atLeast, both.atMost) == (5, 20))
    #expect(both.opens == ["three"])
    #expect(both.stopReason == nil)
    let worse = first.joined(with: site("one", 9, 50, stopReason: "time limit reached"))
    #expect((worse.atLeast, worse.atMost) == (9, 40))
    #expect(worse.opens == ["two"])
    #expect(worse.stopReason == "time limit reached")
  }
}
