extension EarlyDesigns {
  /// A first stage with an operation of every state, each found by filling: a plan, if all that binds is kept.
  ///
  /// - Parameters:
  ///   - decided: the first stage.
  ///   - question: what is asked.
  package mutating func solved(_ decided: DecidedStage, for question: DesignQuestion)
    -> SolvedDesign
  {
    let stage = FirstStage(decided, of: network)
    look(at: Array(network.states.indices))
    var operations: [[SolvedDesign.Operation]] = []
    for t in fillings.indices {
      let offers = offers(decided, t)
      operations.append([])
      for state in fillings[t].indices {
        var work = 0
        let operation =
          state == 0
          ? lawful(t, offers).operation : fillings[t][state].fill(offers, work: &work)
        operations[t].append(
          SolvedDesign.Operation(
            block: FlowPolicies.block(network, period: t, state: state),
            point: operation.flows + operation.produced + operation.used + operation.unmet))
      }
    }
    return SolvedDesign(
      network: network, question: question, incidence: graph.incidence, stage: stage, point: [],
      operations: operations)
  }

  private func offers(_ decided: DecidedStage, _ t: Int) -> [Filling.Offer] {
    network.dataset.facilities.indices.map { site in
      let room = network.modulesOfFacility[site].reduce(0.0) {
        $0 + network.dataset.capacity[$1].size * Double(decided.count[$1][t])
      }
      return Filling.Offer(isOpen: decided.open[site][t], capacity: [Filling.Tier(room: room)])
    }
  }
}
