/// The language in which figures and reports speak: how its numbers are written, and its text for every ``Phrase``.
///
/// The texts stand in one table, a file of `Resources`; <doc:Languages> says how another one is added.
package struct Language: Sendable {
  /// Its code by BCP 47, `en`: for the command line and for the `lang` of a page.
  package let code: String
  /// Its name in itself.
  package let name: String
  /// Between a number and its decimals.
  package let decimalSeparator: String
  /// Between thousands.
  package let groupSeparator: String
  /// Which form goes with which number.
  package let plural: PluralRule
  /// The texts by the patterns of their phrases; the forms of one that goes by a number are joined by `|`.
  package let entries: [String: String]
  private let texts: [String: [PhraseText]]

  package init(
    code: String, name: String, decimalSeparator: String, groupSeparator: String,
    plural: PluralRule, entries: [String: String]
  ) {
    self.code = code
    self.name = name
    self.decimalSeparator = decimalSeparator
    self.groupSeparator = groupSeparator
    self.plural = plural
    self.entries = entries
    texts = entries.mapValues(Self.forms)
  }

  /// The language in force: in a task's own time, so that two reports can be written side by side.
  @TaskLocal package static var current = english

  /// The language of the code.
  package static let english = Language(table: PackageResources.english_txt)

  /// The languages that there are.
  package static let known = [english]

  /// The language of a code; `nil` where there is none, and ``known`` has those that there are.
  package static func named(_ code: String) -> Language? { known.first { $0.code == code } }

  /// The text of a phrase. One that the table lacks is shown as the code has it: a report with an English word in it is worth
  /// more than none.
  func text(_ phrase: Phrase) -> String {
    let text = texts[phrase.pattern]?.first ?? PhraseText(phrase.pattern)
    return text.filled(phrase.arguments)
  }

  /// The text of a phrase that goes by a number.
  func text(_ number: Int, one: Phrase, many: Phrase) -> String {
    guard let forms = texts["\(one.pattern)|\(many.pattern)"], let last = forms.last else {
      return text(PluralRule.oneOther.form(of: number) == 0 ? one : many)
    }
    let form = plural.form(of: number)
    return (forms.indices.contains(form) ? forms[form] : last).filled(many.arguments)
  }

  /// The text of what a file holds in English.
  func text(recorded text: String) -> String { texts[text]?.first?.filled([]) ?? text }

  private static func forms(_ text: String) -> [PhraseText] {
    text.split(separator: "|", omittingEmptySubsequences: false).map { PhraseText($0) }
  }
}
