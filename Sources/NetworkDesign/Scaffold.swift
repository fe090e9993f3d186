public import Modeling
extension LinearProgram {
  public func mpsText() -> String { "" }; public func lpText() -> String { "" }
}
