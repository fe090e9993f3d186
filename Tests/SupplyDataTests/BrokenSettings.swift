import TestDatasets

extension BrokenDataset {
  /// A dataset whose `plan.yaml` is this.
  private static func plan(
    _ rule: String, at place: String, says cause: String, cure: String = "", _ text: String
  ) -> BrokenDataset {
    BrokenDataset(rule, at: "plan.yaml:\(place)", says: cause, cure: cure) {
      $0.replacing("plan.yaml", text)
    }
  }

  /// What can be wrong with `plan.yaml`.
  static let settings = [
    plan("empty plan", at: "0:0", says: "empty", cure: "name", "# nothing\n"),
    plan("plan that is no mapping", at: "1:1", says: "keys and values", "- name\n"),
    plan("invalid YAML", at: "2:2", says: "invalid YAML", "name: [a\nb: c\n"),
    plan("tab as indentation", at: "3:1", says: "invalid YAML", "name: a\nrisk:\n\tlevel: 0\n"),
    plan("two documents", at: "2:1", says: "document", "name: a\n--- \nname: b\n"),
    plan("key twice", at: "1:1", says: "'name' appears twice", "name: a\nname: b\n"),
    plan("key that is no word", at: "2:3", says: "must be a word", "name: a\n? [b]\n: c\n"),
    plan("anchor", at: "1:7", says: "anchor", cure: "quote the text", "name: &a b\n"),
    plan("alias as a key", at: "2:3", says: "anchor", "name: a\n? *a : b\n"),
    plan("control character", at: "1:8", says: "control", "name: a\u{7}\n"),
    plan("name missing", at: "1:1", says: "'name' is missing", "currency: EUR\n"),
    plan("name without a value", at: "1:1", says: "'name' is missing", "name:\nhome: AA\n"),
    plan("name of blanks", at: "1:7", says: "'name' is empty", "name: '  '\n"),
    plan("name that is a list", at: "1:7", says: "one value", "name: [a]\n"),
    plan(
      "unknown key", at: "2:1", says: "no key 'discuont_rate'", cure: "'discount_rate'",
      "name: a\ndiscuont_rate: 0.1\n"),
    plan("column in characters", at: "1:16", says: "no key 'nme'", "{\"name\": \"é🇫🇷\", nme: b}\n"),
    plan("rate of text", at: "2:16", says: "not a number", "name: a\ndiscount_rate: low\n"),
    plan(
      "price in percent", at: "2:15", says: "percent", cure: "0.08", "name: a\ncarbon_price: 8%\n"),
    plan("rate of -1", at: "2:16", says: "above -1", "name: a\ndiscount_rate: -1\n"),
    plan(
      "rate that explodes", at: "2:16", says: "million times",
      "name: a\ndiscount_rate: -0.9\nperiods: [{id: a, years: 50}]\n"),
    plan("holding rate below 0", at: "2:15", says: "at least 0", "name: a\nholding_rate: -0.1\n"),
    plan("carbon price below 0", at: "2:15", says: "at least 0", "name: a\ncarbon_price: -1\n"),
    plan("infinite price", at: "2:15", says: "finite", "name: a\ncarbon_price: .inf\n"),
    plan("home that is not there", at: "2:7", says: "no country 'A'", "name: a\nhome: A\n"),
    plan(
      "risk as a word", at: "2:7", says: "keys and values", cure: "measure",
      "name: a\nrisk: worst\n"),
    plan(
      "measure unknown", at: "2:17", says: "no measure 'cvra'", cure: "'cvar'",
      "name: a\nrisk: {measure: cvra}\n"),
    plan("level of 1", at: "2:15", says: "below 1", "name: a\nrisk: {level: 1}\n"),
    plan(
      "unknown key of risk", at: "2:8", says: "no key 'levle'", cure: "'level'",
      "name: a\nrisk: {levle: 0}\n"),
    plan("periods as a number", at: "2:10", says: "must be a list", "name: a\nperiods: 3\n"),
    plan("no periods", at: "2:10", says: "no periods", "name: a\nperiods: []\n"),
    plan("period as a word", at: "3:3", says: "keys and values", "name: a\nperiods:\n- y1\n"),
    plan(
      "period without years", at: "3:3", says: "'years' is missing",
      "name: a\nperiods:\n- {id: y1}\n"),
    plan(
      "period without id", at: "3:3", says: "'id' is missing", "name: a\nperiods:\n- {years: 1}\n"),
    plan(
      "years of 0", at: "3:19", says: "whole, from 1", "name: a\nperiods:\n- {id: y1, years: 0}\n"),
    plan("half years", at: "3:19", says: "whole", "name: a\nperiods:\n- {id: y1, years: 1.5}\n"),
    plan(
      "period twice", at: "4:8", says: "'y1' is already defined in line 3",
      "name: a\nperiods:\n- {id: y1, years: 1}\n- {id: y1, years: 1}\n"),
    plan(
      "period named *", at: "3:8", says: "stands for all",
      "name: a\nperiods:\n- {id: '*', years: 1}\n"),
    plan(
      "too many years", at: "3:1", says: "220 years",
      "name: a\nperiods:\n- {id: a, years: 110}\n- {id: b, years: 110}\n"),
    plan(
      "too many periods", at: "2:10", says: "101 periods",
      "name: a\nperiods: [\(Array(repeating: "{}", count: 101).joined(separator: ", "))]\n"),
  ]
}
