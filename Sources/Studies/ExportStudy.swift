import Modeling
public import NetworkDesign
public import ResultFolders
import SupplyNetwork
import SupplyPlan
public import TextFiles

/// Writes the problem for other solvers.
public struct ExportStudy: Sendable {
  /// What is written.
  public enum Format: String, Sendable, CaseIterable {
    /// The monolithic program in free MPS.
    case mps
    /// The monolithic program in CPLEX LP.
    case lp
    /// The data of the MathProg model.
    case gmpl
  }

  /// The dataset.
  public var loaded: LoadedDataset
  /// What is asked of it.
  public var question: DesignQuestion
  /// What is written.
  public var format: Format
  /// How strongly flows are tied to openings in scenarios; the MathProg model has its own ties.
  public var links: LinkStrength

  /// Creates a study.
  public init(
    loaded: LoadedDataset, question: DesignQuestion, format: Format,
    links: LinkStrength = .perOrigin
  ) {
    self.loaded = loaded
    self.question = question
    self.format = format
    self.links = links
  }

  /// The usual name of the file.
  public var fileName: String {
    switch format {
    case .mps: "network-design.mps"
    case .lp: "network-design.lp"
    case .gmpl: "network-design.dat"
    }
  }

  /// The text of the file.
  public func text() -> String {
    switch format {
    case .mps: program.mpsText()
    case .lp: program.lpText()
    case .gmpl:
      {
        var text = ""
        MathProgData(network: loaded.network, question: question).write(to: &text)
        return text
      }()
    }
  }

  /// The program in units that suit the network, but its objective in the money of the dataset: who solves it reads a cost.
  private var program: LinearProgram {
    let network = loaded.network.measured
    var program = Monolith(
      network: network, question: question.measured(for: network), scenarioLinks: links
    ).program.withRowsNearOne()
    if question.objective == .cost { program.scaleObjective(by: network.units.money) }
    return program
  }

  /// Writes the file into `folder`.
  ///
  /// - Throws: a fault that says why it cannot be written.
  public func write(to folder: String) throws(Faults) {
    try WholeFile.write(text(), name: fileName, folder: folder)
  }
}
