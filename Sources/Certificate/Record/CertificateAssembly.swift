public import NetworkDesign
public import SupplyNetwork
public import SupplyPlan

/// Makes a certificate of what searches have recorded: finds the trees, leaves out what no leaf needs, rounds numbers as far
/// as each leaf allows, and has everything checked before it states a bound.
public struct CertificateAssembly {
  private let network: Network
  private let question: DesignQuestion
  private let asked: AskedQuestion
  private let master: MasterProgram
  private var cuts: [BoundCertificate.Cut] = []
  private var cutRows: [ProofRow] = []
  /// The right-hand sides that the search had, of cuts that rounding cuts are made of, by index.
  private var sides: [Int: Double] = [:]

  /// - Parameters:
  ///   - network: the network, in whatever units.
  ///   - question: what was asked of it.
  /// - Returns: `nil` for a question that a certificate cannot name.
  public init?(network: Network, question: DesignQuestion) {
    guard let asked = AskedQuestion(question) else { return nil }
    self.network = network.merged.measured
    self.question = question
    self.asked = asked
    master = MasterProgram(
      network: self.network, question: question.measured(for: self.network))
  }

  /// The certificate of some proofs.
  ///
  /// - Parameters:
  ///   - dataset: the dataset.
  ///   - cost: the cost of the plan; `nil` where there is none.
  /// - Throws: a leaf or a row that cannot be proved from what was recorded.
  public mutating func certificate(
    of proofs: [RecordedProof], dataset: Plan.DatasetReference, cost: Double?
  ) throws(CertificateFault) -> BoundCertificate {
    cuts = []
    cutRows = []
    sides = [:]
    // All claims refer to rows after all cuts, so the cuts come first.
    var indices: [[Int: Int]] = []
    for proof in proofs { indices.append(try collectCuts(proof)) }
    let draft = BoundCertificate(
      dataset: dataset, question: asked, cost: cost,
      size: .init(columns: 0, rows: 0, links: 0, blocks: 0), cuts: cuts, claims: [])
    cutRows = try CutTable(draft, master).rows
    for (index, side) in sides {
      // Fewer digits may have cost it more than the search has left room for.
      cuts[index].side = min(side, cutRows[index].lower.lower)
      cutRows[index].stated = cuts[index].side
    }
    var certificate = draft
    certificate.cuts = cuts
    for (proof, indices) in zip(proofs, indices) {
      let program = ProofProgram(master, objective: proof.objective, cap: proof.cap)
      certificate.size = BoundCertificate.Size(program, master)
      certificate.claims.append(try claim(proof, program, cutIndices: indices))
    }
    return certificate
  }

  /// Digits of the duals that prove Benders cuts; the search had all of them, and a trillionth less of its bound is lost.
  private static let digitsOfDuals = 12

  /// Notes the cuts that a proof uses; the index of each in the certificate, by its index in the pool.
  private mutating func collectCuts(
    _ proof: RecordedProof
  ) throws(CertificateFault) -> [Int: Int] {
    let first = firstPoolRow(proof)
    var indices: [Int: Int] = [:]
    let used = Self.used(proof, first: first)
    var rounded: Set<Int> = []
    for reference in used where proof.derivations.indices.contains(reference - first) {
      if case .rounding(let rounding)? = proof.derivations[reference - first] {
        rounded.formUnion(rounding.rows)
      }
    }
    for reference in used where reference >= first {
      guard proof.derivations.indices.contains(reference - first),
        let derivation = proof.derivations[reference - first]
      else { throw CertificateFault("row \(reference)", "it was not recorded what proves it") }
      guard case .cut(var cut) = derivation else { continue }
      cut.duals = cut.duals.map { Digits.rounded($0, to: Self.digitsOfDuals) }
      if rounded.contains(reference) { sides[cuts.count] = cut.side }
      cut.side = nil
      indices[reference - first] = cuts.count
      cuts.append(cut)
    }
    return indices
  }

  private func firstPoolRow(_ proof: RecordedProof) -> Int {
    let program = ProofProgram(master, objective: proof.objective, cap: proof.cap)
    return program.rows.count + program.links.count
  }

  /// The rows that leaves use, and those that their rounding cuts are made of.
  private static func used(_ proof: RecordedProof, first: Int) -> [Int] {
    var used: Set<Int> = []
    var open: [Int] = []
    func meet(_ reference: Int) {
      if used.insert(reference).inserted { open.append(reference) }
    }
    for multipliers in proof.recorder.allMultipliers {
      for row in multipliers.rows { meet(Int(row)) }
    }
    while let reference = open.popLast() {
      let index = reference - first
      if proof.derivations.indices.contains(index),
        case .rounding(let rounding)? = proof.derivations[index]
      {
        for row in rounding.rows { meet(row) }
      }
    }
    return used.sorted()
  }

  private func claim(
    _ proof: RecordedProof, _ program: ProofProgram, cutIndices: [Int: Int]
  ) throws(CertificateFault) -> BoundCertificate.Claim {
    let first = program.rows.count + program.links.count
    var references = cutIndices.mapValues { first + $0 }
    func reference(_ row: Int) -> Int { row < first ? row : references[row - first] ?? -1 }
    var roundings: [BoundCertificate.Rounding] = []
    var table = RowTable(program, cuts: cutRows)
    for row in Self.used(proof, first: first) where row >= first {
      guard case .rounding(var rounding)? = proof.derivations[row - first] else { continue }
      rounding.rows = rounding.rows.map(reference)
      references[row - first] = first + cuts.count + roundings.count
      let side = rounding.side
      rounding.side = nil
      do throws(CertificateFault) {
        let proof = RoundingProof(columns: program.columns, rows: table)
        var proved = try proof.row(rounding)
        rounding.side = side.map { max($0, proved.upper.upper) }
        proved.stated = rounding.side
        table.roundings.append(proved)
      } catch {
        throw error.inside("rounding \(roundings.count + 1)")
      }
      roundings.append(rounding)
    }

    var multipliers: [BoundCertificate.Multipliers] = []
    var indices: [ObjectIdentifier: Int] = [:]
    func index(_ recorded: ProofMultipliers) -> Int {
      if let known = indices[ObjectIdentifier(recorded)] { return known }
      indices[ObjectIdentifier(recorded)] = multipliers.count
      multipliers.append(
        BoundCertificate.Multipliers(
          kind: recorded.kind, rows: recorded.rows.map { reference(Int($0)) },
          values: recorded.values))
      return multipliers.count - 1
    }
    let remainder = index(proof.recorder.root ?? ProofMultipliers(.bound, rows: [], values: []))
    let assembly = TreeAssembly(
      proof.recorder, index: index, remainder: remainder,
      range: { WholeRange(program.columns[$0]) })
    var claim = BoundCertificate.Claim(
      objective: proof.objective, cap: proof.cap, bound: proof.bound.map { $0 * program.unit },
      roundings: roundings, multipliers: multipliers,
      columns: assembly.columns.map { program.columns[$0].name }, tree: assembly.tree)
    var check = try ClaimCheck(claim, program, cuts: cutRows)
    try check.shorten(&claim)
    claim.dropUnused()
    return claim
  }
}

extension ProofRecorder {
  /// All multipliers that a tree may refer to.
  var allMultipliers: [ProofMultipliers] {
    nodes.map(\.multipliers) + fixings.map(\.multipliers) + (root.map { [$0] } ?? [])
  }
}

extension BoundCertificate.Claim {
  /// Leaves multipliers out that no leaf refers to.
  mutating func dropUnused() {
    var indices: [Int: Int] = [:]
    var kept: [BoundCertificate.Multipliers] = []
    for (number, node) in tree.enumerated() {
      guard case .leaf(let old) = node else { continue }
      if indices[old] == nil {
        indices[old] = kept.count
        kept.append(multipliers[old])
      }
      tree[number] = .leaf(indices[old] ?? 0)
    }
    multipliers = kept
  }
}
