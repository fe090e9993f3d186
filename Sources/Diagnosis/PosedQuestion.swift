public import NetworkDesign
public import SupplyData

/// A question with the dataset that it is asked of: the user's, with some rules left out or moved.
public struct PosedQuestion: Sendable {
  /// The dataset; its tables are valid.
  public var dataset: Dataset
  /// The question.
  public var question: DesignQuestion

  /// Creates it from both.
  public init(dataset: Dataset, question: DesignQuestion) {
    self.dataset = dataset
    self.question = question
  }

  /// Whether what happens in scenarios or outages can rule out a plan.
  public var needsScenarios: Bool {
    question.maxRisk != nil
      || dataset.constraints.contains { if case .survive = $0.kind { true } else { false } }
  }

  /// The same without scenarios, where they cannot rule out a plan.
  ///
  /// In a scenario no sale has to be made, so without a cap on risk every first stage has an operation in it: whether a plan
  /// exists is settled by the first stage and the normal state, in a far smaller program.
  public var withoutIdleScenarios: PosedQuestion {
    if needsScenarios { return self }
    var small = self
    small.dataset.scenarios = []
    small.dataset.disruptions = []
    return small
  }
}
