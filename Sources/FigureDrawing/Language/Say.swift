/// The text of a phrase in the language in force.
package func say(_ phrase: Phrase) -> String { Language.current.text(phrase) }

/// The texts of several phrases, such as the heads of a table.
package func say(_ phrases: [Phrase]) -> [String] { phrases.map { Language.current.text($0) } }

/// The text of a phrase that goes by a number: `one` for 1, `many` for others, as English has it.
///
/// The table has both as one entry, `{0} opens|{0} open`; a language may give more forms there, or one. Both phrases have
/// the same places in the same order.
package func say(_ number: Int, one: Phrase, many: Phrase) -> String {
  Language.current.text(number, one: one, many: many)
}

/// The text of what a file holds in English, such as why a solve was stopped: where the table knows it, else as it is.
package func say(recorded text: String) -> String { Language.current.text(recorded: text) }
