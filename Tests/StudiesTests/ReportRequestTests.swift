import Report
import Testing

@testable import Studies

/// What is asked of a report, before anything is read.
@Suite struct ReportRequestTests {
  @Test(arguments: [
    (["a", "b"], ["a", "b"]), (["x/a/", "y/a"], ["x/a", "y/a"]),
    (["/p/x/a", "/q/x/a"], ["p/x/a", "q/x/a"]),
    (["/a", "/a"], ["/a (1)", "/a (2)"]), (["/x/runs.sqlite"], ["runs.sqlite"]),
  ])
  func `names tell sources apart`(_ paths: [String], _ names: [String]) {
    #expect(ComparisonReportStudy.names(of: paths) == names)
  }

  @Test func `what no comparison has`() {
    #expect(ReportRequest(sources: ["a", "b"]).misuse == nil)
    #expect(ReportRequest(sources: ["a"], formats: [.csv], plan: 2).misuse == nil)
    #expect(ReportRequest(sources: ["a", "b"], plan: 2).misuse?.contains("--plan") == true)
    #expect(
      ReportRequest(sources: ["a", "b"], formats: [.html, .csv]).misuse
        == "A comparison of several results is written as html or pdf, not as csv.")
  }
}
