package import FigureDrawing

/// A section of the report about one analysis: what it found, in a title, sentences and figures.
package struct FindingSection {
  /// Its anchor in the page: `stress`, `premium` and so on.
  package let id: String
  /// What was found, as a sentence without its full stop.
  package let title: String
  package let sentences: [String]
  package let figures: [Figure]

  /// As the template shows it.
  var view: PageView.Section {
    PageView.Section(
      id: id, title: title, sentences: sentences,
      figures: figures.map { FigureView($0, suffix: "") })
  }
}
