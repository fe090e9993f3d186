import NetworkDesign
public import SupplyNetwork

/// Recomputes certificates from the dataset's network: cuts from duals, rounding cuts from derivations, and what each leaf
/// proves, all in interval arithmetic that is rounded outward.
///
/// It uses no solver and no part of the search. What it takes on trust is the assembly of programs from the tables,
/// which a plan's checker, an export and the monolith are held against elsewhere.
public struct CertificateChecker: Sendable {
  /// What was proved.
  public struct Proof: Sendable, Equatable {
    /// What is bounded.
    public var objective: BoundCertificate.Objective
    /// The cap on sales at risk under which it holds; `nil` for none.
    public var cap: Double?
    /// The greatest bound that was verified; `nil` where there is no plan.
    public var bound: Double?
    /// Leaves of the tree.
    public var leaves: Int
    /// Benders cuts and rounding cuts that it uses.
    public var cuts: Int
  }

  /// In the units that programs are made in: powers of two, so that nothing is rounded on the way.
  private let network: Network

  /// A checker for a network.
  public init(network: Network) { self.network = network.merged.measured }

  /// Verifies every claim.
  ///
  /// - Throws: the first cut, leaf or split that is not what it says.
  public func check(_ certificate: BoundCertificate) throws(CertificateFault) -> [Proof] {
    guard let question = certificate.question.question else {
      throw CertificateFault("question", "it has no known measure of risk")
    }
    let master = MasterProgram(network: network, question: question.measured(for: network))
    let cuts = try CutTable(certificate, master)
    if certificate.claims.isEmpty { throw CertificateFault("claims", "there are none") }
    var proofs: [Proof] = []
    for (index, claim) in certificate.claims.enumerated() {
      do throws(CertificateFault) {
        let program = ProofProgram(master, objective: claim.objective, cap: claim.cap)
        try certificate.size.check(program, master)
        var check = try ClaimCheck(claim, program, cuts: cuts.rows)
        proofs.append(try check.proof())
      } catch {
        throw error.inside("claim \(index + 1)")
      }
    }
    return proofs
  }
}

extension BoundCertificate.Size {
  /// The size of a program.
  init(_ program: ProofProgram, _ master: MasterProgram) {
    self.init(
      columns: program.columns.count, rows: program.rows.count, links: program.links.count,
      blocks: master.estimates.count)
  }

  /// Refuses numbers that refer to another program.
  func check(_ program: ProofProgram, _ master: MasterProgram) throws(CertificateFault) {
    let found = BoundCertificate.Size(program, master)
    if self != found {
      throw CertificateFault(
        "size",
        "it is about \(columns) columns, \(rows) rows, \(links) links and \(blocks) blocks, the "
          + "dataset makes \(found.columns), \(found.rows), \(found.links) and \(found.blocks)")
    }
  }
}

/// The Benders cuts of a certificate as rows of the master.
struct CutTable {
  /// By index among the certificate's cuts.
  let rows: [ProofRow]

  init(_ certificate: BoundCertificate, _ master: MasterProgram) throws(CertificateFault) {
    var rows = [ProofRow?](repeating: nil, count: certificate.cuts.count)
    // Block by block: only one recourse program is held at a time.
    let indices = Dictionary(grouping: certificate.cuts.indices) { certificate.cuts[$0].block }
    for (block, indices) in indices.sorted(by: { $0.key < $1.key }) {
      guard master.estimates.indices.contains(block) else {
        throw CertificateFault("cut \(indices[0] + 1)", "there is no block \(block)")
      }
      let proof = CutProof(master, block: block)
      for index in indices {
        do throws(CertificateFault) { rows[index] = try proof.row(certificate.cuts[index]) } catch {
          throw error.inside("cut \(index + 1)")
        }
      }
    }
    self.rows = rows.compactMap(\.self)
  }
}
