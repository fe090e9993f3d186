import Testing

@testable import Batch

@Suite struct RelativePathTests {
  @Test(arguments: [
    ("/a/b/data", "/a/b", "data"), ("/a/data", "/a/b/c", "../../data"), ("/a/b", "/a/b", "."),
    ("/a/b/./x/../data", "/a/b/", "data"), ("/data", "/", "data"),
  ])
  func `the way from the store to a dataset`(_ path: String, _ base: String, _ way: String) {
    #expect(RelativePath.path(of: path, from: base) == way)
  }
}
