import Testing

@testable import Wording

@Suite struct TextFoldedTests {
  @Test func `what fits stays as it is`() {
    let text = "cost  12\n\n  spend  11"
    #expect(Text.folded(text, width: 12) == text)
  }

  @Test func `a value goes on below itself`() {
    #expect(
      Text.folded("opens 2026   chennai, camacari, rayong, singapore", width: 30)
        == """
        opens 2026   chennai,
                     camacari, rayong,
                     singapore
        """)
  }

  @Test func `a sentence goes on a little further in`() {
    #expect(
      Text.folded("  no plan exists: the cap and the budget contradict one another", width: 30)
        == """
          no plan exists: the cap and
            the budget contradict one
            another
        """)
  }

  @Test func `a number never parts from its unit`() {
    #expect(
      Text.folded("the safest plan found has a risk of 7.69 %", width: 40)
        == "the safest plan found has a risk of\n  7.69 %")
  }

  @Test func `rows of tables, options and single words stay whole`() {
    for line in [
      "plant-1      open      12,345,678      opens another plant of the same kind",
      "       --set 'facilities[facility=hamburg-micro].decision=consider' --max-risk 0.1",
      String(repeating: "x", count: 60),
    ] {
      #expect(Text.folded(line, width: 40) == line)
    }
  }
}
