"""Native charts: an exhibit as a chart of Office with its workbook."""
