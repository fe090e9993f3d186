import SupplyNetwork

/// When the step from one plan to another pays for itself.
///
/// With both plans' operations as they are, and the weight of scenario s π_s = p_s·d_s/52 taken from that of the normal state,
///
///     ΔC(p_s) = ΔC + (p_s − p_s⁰) · d_s/52 · δ_s,   δ_s = (W_s − W_0) of the dearer − (W_s − W_0) of the cheaper plan
///
/// for one probability alone, and for a factor κ on all of them ΔC(κ) = ΔC + (κ − 1) · Σ p_s⁰·d_s/52·δ_s. Both are linear. A
/// probability runs to 1 − Σ of the others, the factor to 1 / Σ p⁰: at most one event a year.
struct BreakEvens {
  /// A weight below this is as good as none.
  private static let leastWeight = 1e-9

  /// By scenario in the dataset's order; those without weight are left out.
  let scenarios: [PremiumStep.BreakEven]
  /// The common factor; `nil` where no scenario has weight.
  let factor: PremiumStep.Threshold?

  init(from cheap: StateCosts, to safe: StateCosts, network: Network) {
    let rows = network.dataset.scenarios
    let difference = safe.total(network) - cheap.total(network)
    let sum = rows.reduce(0) { $0 + $1.probability }
    let extra = rows.indices.map { scenario in
      rows[scenario].durationWeeks / 52
        * ((safe.operating[scenario + 1] - safe.operating[0])
          - (cheap.operating[scenario + 1] - cheap.operating[0]))
    }
    // Where an event has no weight, no cost was looked at when the plan chose how to meet it.
    let weighted = rows.indices.filter {
      rows[$0].probability * rows[$0].durationWeeks / 52 > Self.leastWeight
    }
    scenarios = weighted.map { place in
      let row = rows[place]
      let line = BreakEvenLine(
        difference: difference, start: row.probability, slope: extra[place],
        most: min(1, max(row.probability, 1 - (sum - row.probability))))
      return PremiumStep.BreakEven(
        scenario: row.id, probability: row.probability, threshold: line.threshold,
        saving: -extra[place])
    }
    factor =
      !weighted.isEmpty
      ? BreakEvenLine(
        difference: difference, start: 1,
        slope: zip(rows, extra).reduce(0) { $0 + $1.0.probability * $1.1 }, most: max(1, 1 / sum)
      ).threshold : nil
  }

  /// The scenario that pays at the least probability; of equals the first.
  var easiest: String? {
    scenarios.filter { $0.threshold.side == .atLeast || $0.threshold.side == .always }
      .min { ($0.threshold.value ?? 0) < ($1.threshold.value ?? 0) }?.scenario
  }
}
