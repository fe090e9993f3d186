import FigureDrawing
import Findings
import SupplyData
import TextFiles

/// The report of the plan that it opens with as Markdown: the answer, the numbers, each part with its figures' tables.
public struct MarkdownReport: Sendable {
  private let input: ReportInput
  private let figures: String?

  /// - Parameters:
  ///   - input: what is reported.
  ///   - figures: the folder of the figures' drawings, relative to the text; `nil` where there are none, and tables stand for them.
  public init(_ input: ReportInput, figures: String? = nil) {
    self.input = input
    self.figures = figures
  }

  /// The text.
  ///
  /// - Throws: ``ReportError`` where the parts of the input do not belong together; `Faults` of a dataset that contradicts itself.
  public func render() throws -> String {
    let outline = try ReportOutline(input)
    let blocks =
      head(outline) + parts(outline) + certificate(outline) + assumptions(outline)
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func text(_ text: String) -> String { MarkdownText.paragraph(text) }

  private func head(_ outline: ReportOutline) -> [String] {
    let answer = Answer(
      summary: outline.report.summary, input: input, chosen: outline.plan?.context,
      choices: outline.report.choices)
    let table = Table(
      ["", "", ""], words: answer.numbers.map { [$0.label, $0.value, $0.detail] }, texts: [2])
    let title = text(input.style.title ?? input.dataset.settings.name)
    let head = [
      "# \(title)", "*\(text(outline.report.summary.question))*",
      answer.banner.map { "> **\(text($0))**" }, answer.headline.map { "**\(text($0))**" },
    ].compactMap(\.self)
    return head + outline.report.warnings.map { "> \(text($0))" }
      + [answer.numbers.isEmpty ? "" : MarkdownText.table(table).trimmed]
      + answer.brief.map { item in
        "**\(text(item.label)).** " + item.sentences.map(text).joined(separator: " ")
      }
  }

  private func parts(_ outline: ReportOutline) -> [String] {
    var names = outline.figureNames[...]
    var blocks: [String] = []
    for (index, section) in outline.sections.enumerated() {
      if index == outline.firstOfPlan, let plan = outline.plan {
        blocks += [
          "## \(text(plan.context.name))", plan.sentences.map(text).joined(separator: " "),
        ]
      }
      blocks += [
        "## \(text(section.title))", section.sentences.map(text).joined(separator: " "),
      ]
      for figure in section.figures {
        blocks += block(figure, name: names.popFirst() ?? figure.kind)
      }
    }
    return blocks
  }

  private func block(_ figure: Figure, name: String) -> [String] {
    [
      "### \(text(figure.title))", text(figure.subtitle),
      figures.map { "![\(text(figure.title))](\($0)/\(name).svg)" } ?? "",
      figure.table.rows.isEmpty ? "" : MarkdownText.table(figure.table).trimmed,
      figure.note.isEmpty ? "" : "*\(text(figure.note))*",
    ]
  }

  private func certificate(_ outline: ReportOutline) -> [String] {
    let sentences = outline.report.summary.certificate
    return sentences.isEmpty ? [] : ["## What is proven"] + sentences.map(text)
  }

  private func assumptions(_ outline: ReportOutline) -> [String] {
    let appendix = Appendix(
      index: outline.report.index, input: input, measure: outline.report.summary.measure)
    let tables: [(String, Table?)] = [
      ("Scenarios", appendix.scenarios),
      ("What the current network breaks", appendix.broken),
      ("How the plans were found", appendix.statistics),
    ]
    return [
      "## Assumptions and sources",
      appendix.assumptions.map { "- **\(text($0.name))**: \(text($0.text))." }
        .joined(separator: "\n"),
    ]
      + tables.flatMap { title, table in
        table.map { ["### \(title)", MarkdownText.table($0).trimmed] } ?? []
      } + ["Dataset SHA-256 \(input.dataset.sha256). Made by Shorewise."]
  }
}

extension String {
  /// Without the line feed at its end.
  fileprivate var trimmed: String { hasSuffix("\n") ? String(dropLast()) : self }
}
