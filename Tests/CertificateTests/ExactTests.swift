import BigInt
import NetworkDesign
import SupplyNetwork
import TestDatasets
import Testing

@testable import Certificate

/// Interval arithmetic against exact arithmetic, on the certificates of tiny networks.
@Suite struct ExactTests {
  @Test(arguments: seeds(4, long: 150))
  func `what exact arithmetic proves is enclosed and never above the least cost`(
    _ seed: UInt64
  ) throws {
    let network = try Samples.network(seed)
    let question = DesignQuestion(measure: Samples.measure(seed))
    let plain = try Samples.certificate(network, question).certificate
    let roundings = try RandomRoundings(network, question, seed: seed).kept
    let (certificate, outcome) = try Samples.certificate(network, question, roundings: roundings)
    for certificate in [plain, certificate] {
      let exact = try ExactProof(network, certificate)
      let claim = certificate.claims[0]
      let program = ProofProgram(exact.master, objective: claim.objective, cap: claim.cap)
      let cuts = try CutTable(certificate, exact.master).rows
      var check = try ClaimCheck(claim, program, cuts: cuts)
      // Every row, coefficient by coefficient.
      for (reference, row) in exact.rows.enumerated() {
        let enclosed = try #require(check.rows[reference])
        let name = "seed \(seed), row \(reference)"
        if let lower = row.lower { #expect(enclosed.lower.contains(lower), "\(name)") }
        if let upper = row.upper { #expect(enclosed.upper.contains(upper), "\(name)") }
        var terms = row.terms
        for (column, coefficient) in zip(enclosed.columns, enclosed.coefficients) {
          let number = terms.removeValue(forKey: Int(column)) ?? .zero
          #expect(coefficient.contains(number), "\(name), column \(column)")
        }
        #expect(terms.values.allSatisfy { $0 == .zero }, "\(name)")
      }
      // Every leaf.
      var (least, leaves) = (Rational?.none, 0)
      try check.forEachLeaf { check, index, ranges throws(CertificateFault) in
        if ranges.values.contains(where: \.isEmpty) { return }
        let multipliers = claim.multipliers[index]
        let value = exact.value(of: multipliers, ranges)
        let enclosed = try check.bound(multipliers, ranges)
        #expect(enclosed.contains(value), "seed \(seed), leaf \(leaves)")
        leaves += 1
        if multipliers.kind == .bound { least = min(least ?? value, value) }
      }
      #expect(leaves > 0)
      guard let least, outcome.best.isFinite else { continue }
      let unit = Rational(program.unit)
      // The least cost is known to the last digits only, from a solver.
      #expect(
        least * unit <= Rational(outcome.best * (1 + 1e-9) + 1e-9), "seed \(seed)")
      let bound = try #require(claim.bound)
      #expect(Rational(bound) <= least * unit, "seed \(seed)")
    }
  }

  /// Rounding cuts of random derivations hold at the best plan.
  @Test(arguments: seeds(6, long: 100))
  func `rounding cuts leave the least cost as it is`(_ seed: UInt64) throws {
    let network = try Samples.network(seed)
    let question = DesignQuestion(measure: Samples.measure(seed))
    let (roundings, rows) = try RandomRoundings(network, question, seed: seed).both
    try #require(!roundings.isEmpty, "seed \(seed)")
    let (plain, before) = try Samples.certificate(network, question)
    if !before.point.isEmpty {
      for (rounding, row) in zip(roundings, rows) {
        let products = zip(row.columns, row.coefficients).map { column, coefficient in
          coefficient.middle * before.point[Int(column)]
        }
        let size = products.reduce(abs(row.upper.middle)) { $0 + abs($1) }
        #expect(
          products.reduce(0, +) <= row.upper.middle + 1e-6 * size + 1e-9,
          "seed \(seed): \(rounding)")
      }
    }
    let (cut, after) = try Samples.certificate(network, question, roundings: roundings)
    #expect(
      before.best == after.best || abs(before.best - after.best) <= 1e-6 * max(1, before.best),
      "seed \(seed): \(before.best), \(after.best)")
    let checker = CertificateChecker(network: network)
    #expect(try checker.check(plain).first?.bound != nil || before.best == .infinity)
    #expect(try checker.check(cut).first?.bound != nil || after.best == .infinity)
  }

  @Test(arguments: seeds(3, long: 30))
  func `a rounding cut that was tampered with`(_ seed: UInt64) throws {
    let network = try Samples.network(seed)
    let question = DesignQuestion(measure: Samples.measure(seed))
    let roundings = try RandomRoundings(network, question, seed: seed).kept
    let (certificate, outcome) = try Samples.certificate(network, question, roundings: roundings)
    let checker = CertificateChecker(network: network)
    func refuse(_ change: (inout BoundCertificate.Rounding) -> Void) {
      var changed = certificate
      // One of the search's own stands in for one that no leaf uses.
      if changed.claims[0].roundings.isEmpty { changed.claims[0].roundings = [roundings[0]] }
      change(&changed.claims[0].roundings[0])
      #expect(throws: CertificateFault.self, "seed \(seed)") { try checker.check(changed) }
    }
    refuse { $0.divisor = 0 }
    refuse { $0.side = -1e15 }
    refuse { $0.side = .nan }
    refuse { $0.divisor = -1 }
    refuse { $0.rows[0] = 1_000_000 }
    refuse { $0.multipliers[0] = .nan }
    refuse { $0.multipliers.append(1) }
    refuse { $0.reversed = [99] }
    refuse { $0.complemented = [-1] }
    refuse { $0.dropped = [-1] }
    // Another divisor or other signs make another cut, which holds too: never is more believed than is true.
    for change in [0.5, 2, -1, 1.000_1] {
      var changed = certificate
      for index in changed.claims[0].roundings.indices {
        changed.claims[0].roundings[index].multipliers[0] *= change
      }
      guard let bound = try? checker.check(changed).first?.bound else { continue }
      #expect(bound <= outcome.best * (1 + 1e-7) + 1e-7, "seed \(seed), \(change)")
    }
  }
}

/// Derivations drawn at random: one to three rows, columns measured from either end, divisors of all sizes.
struct RandomRoundings {
  /// Those that are cuts at all, and fit for a solver.
  private(set) var kept: [BoundCertificate.Rounding] = []
  private var rows: [ProofRow] = []

  var both: (derivations: [BoundCertificate.Rounding], rows: [ProofRow]) { (kept, rows) }

  init(_ network: Network, _ question: DesignQuestion, seed: UInt64) throws {
    let network = network.merged.measured
    let master = MasterProgram(network: network, question: question)
    let program = ProofProgram(master, objective: .cost, cap: question.maxRisk)
    var random = SplitMix64(seed: seed)
    var table = RowTable(program, cuts: [])
    // Rows with whole columns are where rounding says something.
    let all = program.rows + program.links
    let indices = all.indices.filter { index in
      all[index].columns.contains { program.columns[Int($0)].isWhole }
    }
    for _ in 0..<200 where kept.count < 12 {
      let chosen = (0..<random.whole(1...3)).map { _ in indices[random.whole(0...indices.count - 1)]
      }
      let sizes = chosen.flatMap { all[$0].coefficients.map { abs($0.middle) } }
      let rounding = BoundCertificate.Rounding(
        rows: chosen,
        multipliers: chosen.map { _ in
          (random.percent(50) ? 1 : -1) * Double(random.whole(1...40)) / 8
        },
        reversed: chosen.indices.filter { _ in random.percent(30) },
        complemented: program.columns.indices.filter { _ in random.percent(30) },
        divisor: sizes[random.whole(0...sizes.count - 1)] * Double(random.whole(1...8)) / 4,
        dropped: program.columns.indices.filter { _ in random.percent(5) })
      guard
        let row = try? RoundingProof(columns: program.columns, rows: table).row(rounding),
        let least = row.coefficients.map({ abs($0.middle) }).filter({ $0 > 1e-12 }).min(),
        let greatest = row.coefficients.map({ abs($0.middle) }).max(), greatest < 1e4 * least,
        row.coefficients.allSatisfy({ $0.upper - $0.lower < 1e-9 * greatest })
      else { continue }
      table.roundings.append(row)
      rows.append(row)
      kept.append(rounding)
    }
  }
}
