import Testing

@testable import FigureDrawing

@Suite struct LanguageTests {
  private static func language(
    _ entries: [String: String], plural: PluralRule = .oneOther
  ) -> Language {
    Language(
      code: "xx", name: "Test", decimalSeparator: ",", groupSeparator: ".", plural: plural,
      entries: entries)
  }

  @Test(
    arguments: [
      ("{1}, {0}", "b, a"), ("{0} {1} {0}", "a b a"), ("{1}", "b"), ("{2}{0}", "a"),
      ("no place", "no place"), ("{x} {} {0", "{x} {} {0"), ("{0}{1}", "ab"),
    ])
  func places(text: String, filled: String) {
    let language = Self.language(["{0} and {1}": text])
    Language.$current.withValue(language) {
      #expect(say("\("a") and \("b")") == filled)
    }
  }

  @Test func argumentsAreNoPatterns() {
    #expect(say("\("{1}") and \("{0}")") == "{1} and {0}")
  }

  @Test func whatIsMissingIsShownAsItIs() {
    Language.$current.withValue(Self.language([:])) {
      #expect(say("Never translated \(3)") == "Never translated 3")
      #expect(say(1, one: "\("a") opens", many: "\("a") open") == "a opens")
      #expect(say(2, one: "\("a") opens", many: "\("a") open") == "a open")
      #expect(say(recorded: "{0}") == "{0}")
      #expect(spaced(NumberFormat.count(1200, "site", "sites")) == "1.200 sites")
    }
  }

  @Test(
    arguments: [
      (PluralRule.other, "0000000000"), (.oneOther, "1011111111"), (.zeroOneOther, "0011111111"),
      (.oneFewMany, "2011222012"),
    ])
  func pluralForms(rule: PluralRule, forms: String) {
    let numbers = [0, 1, 2, 4, 5, 11, 12, 21, 102, 25]
    #expect(numbers.map { String(rule.form(of: $0)) }.joined() == forms)
    #expect(numbers.allSatisfy { rule.form(of: $0) < rule.forms })
  }

  @Test func plurals() {
    let pattern = "{0}\u{A0}site|{0}\u{A0}sites"
    let slavic = Self.language(
      [pattern: "{0} об’єкт|{0} об’єкти|{0} об’єктів"], plural: .oneFewMany)
    Language.$current.withValue(slavic) {
      #expect(
        [1, 3, 5, 21].map { NumberFormat.count($0, "site", "sites") } == [
          "1 об’єкт", "3 об’єкти", "5 об’єктів", "21 об’єкт",
        ])
    }
    // A language with too few forms has its last one said rather than none.
    let short = Self.language([pattern: "{0} x"], plural: .oneFewMany)
    Language.$current.withValue(short) {
      #expect(NumberFormat.count(5, "site", "sites") == "5 x")
    }
  }

  @Test func numbers() {
    let language = Self.language([
      "{0}{1}": "{1} {0}", "{0}\u{A0}m": "{0} Mio.", "{0}\u{A0}%": "%{0}",
    ])
    Language.$current.withValue(language) {
      #expect(MoneyFormat(currency: "EUR")(-3.1e6) == "−3,10 Mio. €")
      #expect(NumberFormat.whole(1_234_567) == "1.234.567")
      #expect(NumberFormat.percent(0.123) == "%12,3")
      #expect(
        NumberFormat.axisLabels([-1e6, 0, 1.5e6], step: 5e5) == ["−1,0 Mio.", "0,0", "1,5 Mio."])
    }
  }

  @Test func tables() {
    let text = """
      # a comment
      @code de
      @name Deutsch
      @decimal ,
      @group .
      @plural one-other

      ## Words
      same
      Plan~{0}
        {0}.~Plan
      {0}~site|{0}~sites
        {0}~Standort|{0}~Standorte
      """
    let language = Language(table: Array(text.utf8))
    #expect(language.code == "de" && language.name == "Deutsch" && language.plural == .oneOther)
    #expect(language.decimalSeparator == "," && language.groupSeparator == ".")
    Language.$current.withValue(language) {
      #expect(say("same") == "same")
      #expect(say("Plan\u{A0}\(2)") == "2.\u{A0}Plan")
      #expect(NumberFormat.count(2, "site", "sites") == "2\u{A0}Standorte")
    }
  }

  @Test func known() {
    #expect(Set(Language.known.map(\.code)).count == Language.known.count)
    for language in Language.known {
      #expect(Language.named(language.code)?.name == language.name)
      #expect(!language.code.isEmpty && !language.name.isEmpty)
      #expect(Set(language.entries.keys) == Set(Language.english.entries.keys))
      for (pattern, text) in language.entries where pattern.contains("|") {
        #expect(text.split(separator: "|").count == language.plural.forms, "\(pattern)")
      }
    }
    #expect(Language.named("tlh") == nil)
  }
}
