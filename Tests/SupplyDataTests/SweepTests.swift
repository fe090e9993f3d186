import SupplyData
import Testing

/// The members of sweeps.
@Suite struct SweepTests {
  private func members(_ sweep: String) throws -> [VariantMember] {
    let text = """
      description: a sweep
      patches:
        - {table: tariffs, scale: {rate: $rate}}
        - {table: demand, set: {quantity: $demand}}
      sweep:
        \(sweep)

      """
    return try VariantLibrary(files: ["s.yaml": Array(text.utf8)]).members()
  }

  @Test func `a grid has every combination, the last axis fastest`() throws {
    let members = try members("axes: {rate: [0, 0.5], demand: {start: 10, stop: 30, step: 10}}")
    #expect(
      members.map(\.name) == [
        "s@rate=0,demand=10", "s@rate=0,demand=20", "s@rate=0,demand=30",
        "s@rate=0.5,demand=10", "s@rate=0.5,demand=20", "s@rate=0.5,demand=30",
      ])
    #expect(
      members.last?.values == [
        AxisValue(axis: "rate", value: "0.5"), AxisValue(axis: "demand", value: "30"),
      ])
    guard case .scale(let fields) = members.last?.patches.first?.action else {
      Issue.record("no scale")
      return
    }
    #expect(fields.map(\.value) == ["0.5"])
  }

  @Test(arguments: [
    ("{start: 0.1, stop: 0.5, step: 0.1}", ["0.1", "0.2", "0.3", "0.4", "0.5"]),
    ("{start: 0, stop: 1, count: 4}", ["0", "0.333333333333", "0.666666666667", "1"]),
    ("{start: -1, stop: 1, step: 0.75}", ["-1", "-0.25", "0.5"]),
    ("[low, high]", ["low", "high"]),
  ])
  func `values of ranges are short`(_ values: String, _ expected: [String]) throws {
    let members = try members("axes: {rate: \(values), demand: [1]}")
    #expect(members.map { $0.values.first?.value } == expected)
  }

  /// Kept from a first run: the same on every machine.
  @Test func `a sample is the same everywhere`() throws {
    let members = try members(
      "samples: 4\n  seed: 7\n  axes: {rate: {start: 0, stop: 2}, demand: [10, 20]}")
    #expect(members.map(\.name) == ["s@sample=1", "s@sample=2", "s@sample=3", "s@sample=4"])
    #expect(
      members.map { $0.values.map(\.value) } == [
        ["0.791465147", "10"], ["1.22622095", "10"], ["0.124715761", "20"], ["1.7339765", "20"],
      ])
  }

  @Test(arguments: [1, 2, 17, 100])
  func `each stratum of a Latin hypercube has one point`(_ count: Int) throws {
    let members = try members(
      "samples: \(count)\n  seed: 3\n"
        + "  axes: {rate: {start: 1, stop: 3}, demand: {start: -5, stop: 5}}")
    for (axis, start, span) in [(0, 1.0, 2.0), (1, -5, 10)] {
      let strata = try members.map { member in
        let value = try #require(Double(member.values[axis].value))
        return Int((value - start) / span * Double(count))
      }
      #expect(strata.sorted() == Array(0..<count))
    }
  }
}
