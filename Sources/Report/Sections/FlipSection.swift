import FigureDrawing
import Findings
import Sensitivity
import Wording

/// Where the best footprint changes along parameters.
struct FlipSection {
  let index: ReportIndex
  let record: FlipRecord

  /// The section; `nil` where no plan was found.
  var section: Section? {
    let studies = record.studies.filter { !$0.pieces.isEmpty }
    guard let first = studies.first else { return nil }
    // The parameter that is nearest to a turn today is what a board asks about first.
    let nearest = studies.min { distance($0) < distance($1) } ?? first
    return Section(
      id: FlipRecord.name, title: FlipWords(index, nearest).title,
      sentences: sentences(nearest),
      figures: studies.map { FlipFigure(index: index, study: $0).figure() })
  }

  /// How far today's value is from the nearest turn, as a share of the range.
  private func distance(_ study: FlipRecord.Study) -> Double {
    guard let current = study.parameter.current else { return .infinity }
    return study.turns.map {
      abs($0.value - current) / (study.parameter.high - study.parameter.low)
    }.min() ?? .infinity
  }

  private func sentences(_ study: FlipRecord.Study) -> [String] {
    let words = FlipWords(index, study)
    var sentences: [String] = []
    if let turn = words.nearestTurn {
      let subject =
        turn.isProved
        ? "The switch lies between \(words.number(turn.from)) and \(words.value(turn.to))"
        : "If there is a switch, it may lie anywhere between \(words.number(turn.from)) and \(words.value(turn.to)), where the two cost nearly the same"
      sentences.append(
        "\(subject); at \(words.value(turn.value)) both footprints cost \(index.money(turn.cost)) over \(NumberFormat.count(index.years, "year", "years"))."
      )
    }
    if let current = study.parameter.current,
      (study.parameter.low...study.parameter.high).contains(current)
    {
      sentences.append("Today’s value is \(words.value(current)).")
    }
    sentences.append(words.proof)
    return sentences
  }
}
