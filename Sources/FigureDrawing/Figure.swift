package import Findings

/// A figure, drawn and explained.
package struct Figure {
  /// Its kind, the same for every figure that shows the same: `frontier`, `map`, `bridge`, `mix`, `moves`, `losses`, `home`.
  package let kind: String
  /// What it shows, as a finding.
  package let title: String
  /// What is drawn, and in which units.
  package let subtitle: String
  /// For a screen or a sheet.
  package let wide: Drawing
  /// For a phone.
  package let narrow: Drawing
  /// What is drawn, in figures.
  package let table: Table
  /// What the reader can choose in it: finished markup, which the page's script brings to life.
  package let controls: String
  /// Where it comes from and what was assumed.
  package let note: String

  package init(
    kind: String, title: String, subtitle: String, wide: Drawing, narrow: Drawing,
    table: Table, controls: String = "", note: String
  ) {
    self.kind = kind
    self.title = title
    self.subtitle = subtitle
    self.wide = wide
    self.narrow = narrow
    self.table = table
    self.controls = controls
    self.note = note
  }
}

/// A figure as the template `figure.mustache` shows it: `wide`, `narrow`, `table` and `controls` are finished markup, everything
/// else is escaped by the template.
package struct FigureView {
  package let id: String
  package let kind: String
  package let title: String
  package let subtitle: String
  package let wide: String
  package let narrow: String
  package let table: String
  package let controls: String
  package let note: String

  package init(_ figure: Figure, suffix: String) {
    id = figure.kind + suffix
    kind = figure.kind
    title = figure.title
    subtitle = figure.subtitle
    wide = figure.wide.svg
    narrow = figure.narrow.svg
    table = figure.table.html
    controls = figure.controls
    note = figure.note
  }
}
