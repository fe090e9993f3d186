import NetworkDesign
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

@testable import Certificate

/// A certificate that was tampered with is refused, whatever was tampered with.
@Suite struct SabotageTests {
  /// A certificate with a tree, cuts and a rounding cut that counts, and the network that it is about.
  struct Sound: Sendable {
    var network: Network
    var certificate: BoundCertificate
    var bound: Double
  }

  /// The first seeds whose trees have more than one leaf.
  static let sound: [Sound] = {
    var found: [Sound] = []
    for seed in UInt64(1)...60 where found.count < 3 {
      guard let network = try? Samples.network(seed),
        let (certificate, outcome) = try? Samples.certificate(
          network, DesignQuestion(measure: Samples.measure(seed))),
        outcome.best.isFinite, certificate.claims[0].tree.count > 4, certificate.cuts.count > 2,
        let bound = try? CertificateChecker(network: network).check(certificate).first?.bound
      else { continue }
      found.append(Sound(network: network, certificate: certificate, bound: bound))
    }
    return found
  }()

  /// What the checker says of a changed certificate; `nil` where it lets it pass.
  private func refusal(
    _ sound: Sound, network: Network? = nil, _ change: (inout BoundCertificate) -> Void
  ) -> CertificateFault? {
    var changed = sound.certificate
    change(&changed)
    precondition(network != nil || changed != sound.certificate, "nothing was changed")
    do throws(CertificateFault) {
      _ = try CertificateChecker(network: network ?? sound.network).check(changed)
      return nil
    } catch {
      return error
    }
  }

  @Test func `there are samples`() { #expect(Self.sound.count == 3) }

  @Test(arguments: 0..<3) func `a leaf is left out`(_ number: Int) throws {
    let sound = Self.sound[number]
    let fault = refusal(sound) { $0.claims[0].tree.removeLast() }
    #expect(fault?.place == "claim 1, tree")
    #expect(fault?.cause.contains("not covered") == true)
  }

  @Test(arguments: 0..<3) func `a leaf too many`(_ number: Int) throws {
    let sound = Self.sound[number]
    #expect(refusal(sound) { $0.claims[0].tree.append(.leaf(0)) }?.place == "claim 1, tree")
  }

  @Test(arguments: 0..<3) func `the claimed bound is raised`(_ number: Int) throws {
    let sound = Self.sound[number]
    let fault = refusal(sound) { $0.claims[0].bound = sound.bound * (1 + 1e-9) + 1e-9 }
    #expect(fault?.place.hasPrefix("claim 1, leaf ") == true)
    #expect(fault?.cause.contains("which is below") == true)
    let none = refusal(sound) { $0.claims[0].bound = nil }
    #expect(none?.place.hasPrefix("claim 1, leaf ") == true)
  }

  /// Every multiplier of every leaf, changed: the leaf proves less or, rarely, still enough; never is more believed.
  @Test(arguments: 0..<3) func `multipliers are changed`(_ number: Int) throws {
    let sound = Self.sound[number]
    var refused = 0
    var random = SplitMix64(seed: UInt64(number))
    for _ in 0..<40 {
      var certificate = sound.certificate
      let leaf = Int(random.next() % UInt64(certificate.claims[0].multipliers.count))
      guard !certificate.claims[0].multipliers[leaf].values.isEmpty else { continue }
      let count = UInt64(certificate.claims[0].multipliers[leaf].values.count)
      let index = Int(random.next() % count)
      certificate.claims[0].multipliers[leaf].values[index] *= random.percent(50) ? 1.3 : -1
      do {
        let bound = try #require(
          try CertificateChecker(network: sound.network).check(certificate).first?.bound)
        #expect(bound <= (sound.certificate.cost ?? 0) * (1 + 1e-7))
      } catch is CertificateFault {
        refused += 1
      }
    }
    #expect(refused > 0)
  }

  @Test(arguments: 0..<3) func `multipliers of another leaf, of no row, not finite`(_ number: Int) {
    let sound = Self.sound[number]
    #expect(refusal(sound) { $0.claims[0].multipliers[0].rows[0] = 1_000_000 } != nil)
    #expect(refusal(sound) { $0.claims[0].multipliers[0].rows[0] = -1 } != nil)
    #expect(refusal(sound) { $0.claims[0].multipliers[0].rows.removeLast() } != nil)
    #expect(refusal(sound) { $0.claims[0].multipliers[0].values[0] = .infinity } != nil)
    #expect(refusal(sound) { $0.claims[0].multipliers[0].values[0] = .nan } != nil)
    #expect(refusal(sound) { $0.claims[0].tree[$0.claims[0].tree.count - 1] = .leaf(-1) } != nil)
    #expect(refusal(sound) { $0.claims[0].multipliers[0].kind = .infeasible } != nil)
  }

  /// Cuts that are made to say more: duals that are grown, gates that are exchanged. What is recomputed of them holds all the
  /// same, so the bound is refused or true.
  @Test(arguments: 0..<3) func `cuts are strengthened`(_ number: Int) throws {
    let sound = Self.sound[number]
    var refused = 0
    for cut in sound.certificate.cuts.indices {
      for factor in [1.2, 5, -1] {
        var certificate = sound.certificate
        certificate.cuts[cut].duals = certificate.cuts[cut].duals.map { $0 * factor }
        do {
          let bound = try #require(
            try CertificateChecker(network: sound.network).check(certificate).first?.bound)
          #expect(bound <= (sound.certificate.cost ?? 0) * (1 + 1e-7), "cut \(cut), \(factor)")
        } catch is CertificateFault {
          refused += 1
        }
      }
    }
    #expect(refused > 0)
    #expect(refusal(sound) { $0.cuts[0].choices = [[100_000, 0]] }?.place == "cut 1")
    #expect(refusal(sound) { $0.cuts[0].choices = [[0, 7]] }?.place == "cut 1")
    #expect(refusal(sound) { $0.cuts[0].choices = [[0]] }?.place == "cut 1")
    #expect(refusal(sound) { $0.cuts[0].rows[0] = -3 }?.place == "cut 1")
    #expect(refusal(sound) { $0.cuts[0].duals[0] = .infinity }?.place == "cut 1")
    #expect(refusal(sound) { $0.cuts[0].duals.removeLast() }?.place == "cut 1")
    #expect(refusal(sound) { $0.cuts[0].block = 99 }?.place == "cut 1")
    #expect(refusal(sound) { $0.cuts[0].side = 1e15 }?.place == "cut 1")
    #expect(refusal(sound) { $0.cuts[0].side = .nan }?.place == "cut 1")
  }

  @Test(arguments: 0..<3) func `a split is moved or names another column`(_ number: Int) throws {
    let sound = Self.sound[number]
    guard case .split(let column, let value) = sound.certificate.claims[0].tree[0] else {
      Issue.record("no split")
      return
    }
    // A split elsewhere covers everything too, but the leaves do not prove as much of other parts.
    var isRefused = false
    for other in [value - 1, value + 1, value + 2] {
      var certificate = sound.certificate
      certificate.claims[0].tree[0] = .split(column: column, value: other)
      do {
        let bound = try #require(
          try CertificateChecker(network: sound.network).check(certificate).first?.bound)
        #expect(bound <= (certificate.cost ?? 0) * (1 + 1e-7))
      } catch is CertificateFault {
        isRefused = true
      }
    }
    #expect(isRefused)
    #expect(refusal(sound) { $0.claims[0].tree[0] = .split(column: 999, value: value) } != nil)
    #expect(refusal(sound) { $0.claims[0].columns[column] = "nothing" } != nil)
    #expect(refusal(sound) { $0.claims[0].tree[0] = .split(column: column, value: .max) } != nil)
  }

  /// The cheapest demand to serve is dropped from the data: the bound no longer follows.
  @Test(arguments: 0..<3) func `the dataset is another`(_ number: Int) throws {
    let sound = Self.sound[number]
    var dataset = sound.network.dataset
    for facility in dataset.facilities.indices {
      dataset.facilities[facility].fixedCost *= 0.9
      dataset.facilities[facility].openingCost *= 0.9
    }
    for product in dataset.production.indices { dataset.production[product].unitCost *= 0.9 }
    for demand in dataset.demand.indices { dataset.demand[demand].shortageCost *= 0.9 }
    #expect(refusal(sound, network: try Network(dataset)) { _ in } != nil)
    let other = try Samples.network(sound.network.dataset.facilities.count == 2 ? 3 : 4)
    #expect(refusal(sound, network: other) { _ in } != nil)
  }

  @Test(arguments: 0..<3) func `what is asked is another question`(_ number: Int) throws {
    let sound = Self.sound[number]
    #expect(refusal(sound) { $0.question.measure = "none" }?.place == "question")
    #expect(refusal(sound) { $0.size.rows += 1 }?.place == "claim 1, size")
    #expect(refusal(sound) { $0.claims = [] }?.place == "claims")
    #expect(refusal(sound) { $0.claims[0].objective = .risk } != nil)
  }
}
