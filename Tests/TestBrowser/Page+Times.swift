public import Browser

extension Page {
  /// Seconds from the start of opening to when the page could be used, and to when all of it was there.
  ///
  /// - Throws: ``BrowserError``.
  public func secondsToLoad() throws(BrowserError) -> (interactive: Double, complete: Double) {
    let times: [Double] = try value(
      of: """
        ((entry) => [entry.domInteractive / 1000, entry.loadEventEnd / 1000])\
        (performance.getEntriesByType("navigation")[0])
        """)
    return (times[0], times[1])
  }
}
