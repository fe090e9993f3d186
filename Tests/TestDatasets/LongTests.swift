import Foundation

/// Whether the longer variants of the tests run: where `SHOREWISE_LONG_TESTS` is 1.
public let runsLongTests = ProcessInfo.processInfo.environment["SHOREWISE_LONG_TESTS"] == "1"
