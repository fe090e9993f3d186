import Foundation
let traceStart = Date()
let traceOn = ProcessInfo.processInfo.environment["TRACE"] != nil
func trace(_ text: @autoclosure () -> String) {
  if traceOn { FileHandle.standardError.write(Data((String(format: "%7.2f ", Date().timeIntervalSince(traceStart)) + text() + "\n").utf8)) }
}
