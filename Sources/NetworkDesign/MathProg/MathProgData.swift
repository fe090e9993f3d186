import SupplyData
public import SupplyNetwork

/// The data section that `models/network-design.mod` reads: a network and a question as GNU MathProg.
///
/// The model computes factors, duties and the effects of scenarios itself, so the data brings what the tables say, with
/// lanes resolved and what selectors match spelled out.
///
/// ```swift
/// var text = ""
/// MathProgData(network: network, question: question).write(to: &text)
/// ```
public struct MathProgData {
  let network: Network
  let question: DesignQuestion
  let symbols: MathProgSymbols
  let membership: Membership
  /// Agreements that a tariff or an exemption names, in the order of `groups.csv`.
  let agreements: [String]

  /// Names what will be written.
  public init(network: Network, question: DesignQuestion) {
    self.network = network
    self.question = question
    membership = Membership(network.dataset)
    agreements = Self.agreements(of: network.dataset)
    symbols = MathProgSymbols(ids: Self.ids(of: network))
  }

  /// Writes the data section, piece by piece.
  ///
  /// - Complexity: linear in the number of flows, and in effects and constraints times what they match.
  public func write(to output: inout some TextOutputStream) {
    writeHead(to: &output)
    writeQuestion(to: &output)
    writeMoneyAndTime(to: &output)
    writePlacesAndProducts(to: &output)
    writeAgreements(to: &output)
    writeFirstStage(to: &output)
    writeEscalationAndHandling(to: &output)
    writeProductionAndDemand(to: &output)
    writeLanes(to: &output)
    writeQuotasAndDrawback(to: &output)
    writeScenarios(to: &output)
    writeOutages(to: &output)
    writePolicies(to: &output)
    output.write("\nend;\n")
  }

  private static func ids(of network: Network) -> [String] {
    let dataset = network.dataset
    return dataset.countries.map(\.id) + dataset.products.map(\.id) + dataset.facilities.map(\.id)
      + dataset.capacity.map(\.module) + dataset.customers.map(\.id) + dataset.modes.map(\.id)
      + dataset.incentives.map(\.id) + network.states.compactMap(network.name(of:))
      + dataset.contracts.map(\.id) + MathProgTariffs.layers(toldApartIn: dataset)
  }
}
