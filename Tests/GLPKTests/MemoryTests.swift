import Foundation
import Modeling
import Testing

@testable import GLPK

/// What a solve takes is given back when it has ended.
@Suite struct MemoryTests {
  private final class Token: Sendable {}

  /// A knapsack that takes a search.
  private static var program: LinearProgram {
    var program = LinearProgram()
    var weight = LinearExpression()
    var value = LinearExpression()
    for index in 0..<12 {
      let column = program.addColumn("x\(index)", to: 1, isInteger: true)
      weight.add(Double(31 + index * 17 % 23), column)
      value.add(-Double(40 + index * 13 % 29), column)
    }
    program.addRow("weight", weight, to: 211)
    program.minimise(value)
    return program
  }

  @Test(arguments: [false, true]) func `a search leaves nothing behind`(presolve: Bool) throws {
    var options = GLPKSolver.Options()
    options.presolve = presolve
    options.relativeGap = 0
    weak var left: Token?
    do {
      let token = Token()
      left = token
      let solution = try GLPKSolver(options: options).solve(
        Self.program, progress: { [token] _ in withExtendedLifetime(token) {} },
        found: { [token] _ in withExtendedLifetime(token) {} })
      #expect(solution.termination == .optimal)
    }
    // The thread drops what it has a moment after it has told that it ended.
    let latest = Date(timeIntervalSinceNow: 10)
    while left != nil, Date() < latest { Thread.sleep(forTimeInterval: 0.01) }
    #expect(left == nil)
  }
}
