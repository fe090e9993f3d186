import FigureDrawing
import Findings
import Wording

extension CostDifference {
  /// A column for the share, under a title, and one for the verdict.
  static func columns(share title: String) -> [Table.Column] {
    [
      Table.Column(title: title, kind: .share) { NumberFormat.signedPercent($0, places: 2) },
      .text("Verdict", missing: ""),
    ]
  }

  /// The cells of these columns.
  static func cells(_ difference: CostDifference?) -> [Table.Cell] {
    [.init(difference?.share), .init(difference?.verdict.rawValue)]
  }
}

extension Table.Cell {
  /// How much more the second number is; nothing where one of them is missing.
  static func difference(from first: Double?, to second: Double?) -> Self {
    .init(first.flatMap { first in second.map { $0 - first } })
  }
}
